"""His plan: what he wants, and what is done for that."""

from regie.plans.models.goal import Goal, GoalResult, Step
from regie.plans.models.step_mark import StepMark
from regie.plans.models.wish import Wish

__all__ = ["Goal", "GoalResult", "Step", "StepMark", "Wish"]
