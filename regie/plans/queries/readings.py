"""How it goes with him, and whether the basic conditions were met; as it stands now, or as it was known on a day."""

from collections.abc import Iterable
from datetime import date

from regie.base.facts import AS_TOLD, standing_by
from regie.plans.models import ConditionReading, DomainReading
from regie.trajectories.models import Trajectory


def readings_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[DomainReading]:
    """What stands of how it goes, the last one first; one query."""
    found = DomainReading.objects.of(trajectory).known(as_known)
    return list(found.order_by("-happened_on", "-recorded_at", "-pk"))


def conditions_of(trajectory: Trajectory) -> list[ConditionReading]:
    """What stands of his basic conditions, oldest first; one query."""
    versions = ConditionReading.objects.of(trajectory)
    return conditions_by_trajectory(versions).get(trajectory.pk, [])


def conditions_by_trajectory(
    versions: Iterable[ConditionReading], *, as_known: date | None = None
) -> dict[int, list[ConditionReading]]:
    """Of all these versions, by trajectory, what stands of the basic conditions, oldest first."""
    found = standing_by("trajectory_id", versions, as_known=as_known)
    for told in found.values():
        told.sort(key=AS_TOLD)
    return found
