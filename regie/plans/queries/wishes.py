"""What he wants, and wanted."""

from datetime import date

from regie.plans.models import Wish
from regie.trajectories.models import Trajectory


def wishes_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[Wish]:
    """His wishes as they stand, or stood at the end of a day, the last one first; one query."""
    return list(Wish.objects.of(trajectory).known(as_known).order_by("-happened_on", "-pk"))
