"""From the referral to the guidance period and who guides."""

from regie.trajectories.models.assignment import Assignment
from regie.trajectories.models.referral import Referral
from regie.trajectories.models.trajectory import Trajectory

__all__ = ["Assignment", "Referral", "Trajectory"]
