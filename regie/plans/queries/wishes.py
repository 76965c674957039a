"""What he wants, and wanted."""

from regie.plans.models import Wish
from regie.trajectories.models import Trajectory


def wishes_of(trajectory: Trajectory) -> list[Wish]:
    """What stands of his wishes, the last one first; one query."""
    return list(Wish.objects.of(trajectory).current().order_by("-happened_on", "-pk"))
