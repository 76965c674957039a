"""What happened on his road."""

from datetime import date

from regie.trajectories.models import Trajectory, TurningPoint


def turning_points_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[TurningPoint]:
    """The turning points that we hold true, or held true at the end of a day, the first one first; one query."""
    told = TurningPoint.objects.of(trajectory).known(as_known)
    return list(told.order_by("happened_on", "recorded_at", "pk"))
