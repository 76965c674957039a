"""What is asked at once for the page of one young person."""

from regie.base.gathering import Asked, Gathered, gather
from regie.clocks.models import Handling
from regie.clocks.queries import all_of_his_plan
from regie.contacts.queries import all_that_was_agreed
from regie.detention.queries import all_of_detention
from regie.plans.models import Talent, Wish, WishFollowUp
from regie.trajectories.models import Trajectory
from regie.trajectories.queries import all_of_his_road


def all_told(trajectory: Trajectory, *more: Asked) -> Gathered:
    """All versions of all facts that his page tells, in one question, and what else is asked with them."""
    his = [trajectory.pk]
    return gather(
        [
            *all_of_detention([trajectory.person_id]),
            *all_of_his_road(his),
            *all_of_his_plan(his, plain=True),
            *all_that_was_agreed(his),
            *(Asked(kind, "trajectory", his) for kind in (Handling, Wish, Talent)),
            Asked(WishFollowUp, "trajectory", his, "wish"),
            *more,
        ]
    )
