"""What he is good at."""

from datetime import date

from regie.base.facts import standing
from regie.plans.models import Talent
from regie.trajectories.models import Trajectory


def talents_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[Talent]:
    """What stands of his talents, the last one first; now or at the end of a day; one query."""
    told = Talent.objects.of(trajectory).order_by("-happened_on", "-pk")
    return standing(told, as_known=as_known)
