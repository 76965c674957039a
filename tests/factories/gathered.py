"""What lists read of many at once, gathered in one question."""

from regie.base.gathering import Gathered, gather
from regie.clocks.queries import all_of_his_plan
from regie.trajectories.models import Trajectory
from regie.trajectories.queries import all_of_his_road


def told_of(*trajectories: Trajectory) -> Gathered:
    """All that was told of their roads and plans."""
    keys = [one.pk for one in trajectories]
    return gather([*all_of_his_road(keys), *all_of_his_plan(keys)])
