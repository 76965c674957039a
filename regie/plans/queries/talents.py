"""What he is good at."""

from datetime import date

from regie.base.gathering import Gathered
from regie.plans.models import Talent
from regie.plans.queries.wishes import last_first
from regie.trajectories.models import Trajectory


def talents_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[Talent]:
    """What stands of his talents, the last one first; now or at the end of a day; one query, or none."""
    return last_first(told.of(Talent) if told else Talent.objects.of(trajectory), as_known=as_known)
