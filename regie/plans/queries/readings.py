"""How it goes with him, and whether the basic conditions were met; as it stands now, or as it was known on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from regie.plans.models import ConditionReading, DomainReading
from regie.trajectories.models import Trajectory


def readings_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[DomainReading]:
    """What stands of how it goes, the last one first; one query."""
    found = DomainReading.objects.of(trajectory).known(as_known)
    return list(found.order_by("-happened_on", "-recorded_at", "-pk"))


def conditions_of_many(
    trajectories: Iterable[Trajectory], *, as_known: date | None = None
) -> dict[int, list[ConditionReading]]:
    """By trajectory what stands of his basic conditions, oldest first; one query."""
    found: dict[int, list[ConditionReading]] = defaultdict(list)
    told = ConditionReading.objects.of(*trajectories).known(as_known)
    for one in told.order_by("happened_on", "recorded_at", "pk"):
        found[one.trajectory_id].append(one)
    return found
