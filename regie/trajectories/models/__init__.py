"""From the referral over its weighing to the guidance period and who guides."""

from regie.trajectories.models.application import Application
from regie.trajectories.models.arrangement import Arrangement
from regie.trajectories.models.assignment import Assignment, Guided
from regie.trajectories.models.call import Call
from regie.trajectories.models.casemanager import Casemanager
from regie.trajectories.models.circumstance import Circumstance
from regie.trajectories.models.closure import Closure, ClosureAnswer, Reopening
from regie.trajectories.models.disclosure import Disclosure
from regie.trajectories.models.explanation import Explanation
from regie.trajectories.models.first_days_done import FirstDaysDone
from regie.trajectories.models.ground_answer import GroundAnswer
from regie.trajectories.models.guidance import Guidance
from regie.trajectories.models.involvement import Involvement
from regie.trajectories.models.join_request import JoinRequest
from regie.trajectories.models.lesson import Lesson
from regie.trajectories.models.must_know import MustKnow
from regie.trajectories.models.night import Night
from regie.trajectories.models.out_of_sight import Attempt, BackInSight, OutOfSight
from regie.trajectories.models.outcome import Deferral, Redirection
from regie.trajectories.models.participation import Participation
from regie.trajectories.models.planned_caseload import PlannedCaseload
from regie.trajectories.models.referral import Referral
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact
from regie.trajectories.models.transfer import Transfer
from regie.trajectories.models.turning_point import TurningPoint
from regie.trajectories.models.waiver import Waiver, WaiverAnswer
from regie.trajectories.models.weighing import Weighing

__all__ = [
    "Application",
    "Arrangement",
    "Assignment",
    "Attempt",
    "BackInSight",
    "Call",
    "Casemanager",
    "Circumstance",
    "Closure",
    "ClosureAnswer",
    "Deferral",
    "Disclosure",
    "Explanation",
    "FirstDaysDone",
    "GroundAnswer",
    "Guidance",
    "Guided",
    "Involvement",
    "JoinRequest",
    "Lesson",
    "MustKnow",
    "Night",
    "OutOfSight",
    "Participation",
    "PlannedCaseload",
    "Redirection",
    "Referral",
    "Reopening",
    "Trajectory",
    "TrajectoryFact",
    "Transfer",
    "TurningPoint",
    "Waiver",
    "WaiverAnswer",
    "Weighing",
]
