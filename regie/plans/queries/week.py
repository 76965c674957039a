"""What is fixed in his week."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from regie.base.facts import standing
from regie.plans.enums import Company
from regie.plans.models import WeekSlot
from regie.trajectories.models import Trajectory


def week_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[WeekSlot]:
    """What stands, from monday on; what is over as well; one query."""
    return _in_order(standing(WeekSlot.objects.of(trajectory), as_known=as_known))


def going_along(trajectories: Sequence[Trajectory]) -> dict[int, list[WeekSlot]]:
    """The moments to which his officer goes along, by trajectory; one query."""
    found: dict[int, list[WeekSlot]] = defaultdict(list)
    for slot in standing(WeekSlot.objects.of(*trajectories)):
        if slot.company == Company.OFFICER:
            found[slot.trajectory_id].append(slot)
    return found


def _in_order(slots: Iterable[WeekSlot]) -> list[WeekSlot]:
    return sorted(slots, key=lambda one: (one.weekday, one.begins, one.ends, one.ref))
