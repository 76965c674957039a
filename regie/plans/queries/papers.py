"""His papers, as somebody may see them; and what must lie in the vault."""

from datetime import date, datetime, timedelta

from regie.base.actors import Actor
from regie.base.facts import standing
from regie.plans.models import Paper
from regie.privacy import vault
from regie.trajectories.models import Trajectory

LONG_ENOUGH = timedelta(days=1)  # a file is there a moment before its row: only what is older is left over


def papers_of(trajectory: Trajectory, *, viewer: Actor, as_known: date | None = None) -> list[Paper]:
    """What stands of his papers for this viewer, the last one that came in first; one query."""
    versions = Paper.objects.of(trajectory).visible_to(viewer)
    found = standing(versions, as_known=as_known)
    return sorted(found, key=lambda one: (one.happened_on, one.pk), reverse=True)


def kept_files() -> list[str]:
    """The name in the vault of every file that a paper tells of, also of one that was taken back; one query."""
    named = Paper.objects.filter(corrects__isnull=True).order_by("kept_as")
    return list(named.values_list("kept_as", flat=True))


def left_over(*, at: datetime) -> list[str]:
    """What lies in the vault for a day or more while no paper tells of it; one query."""
    lying = vault.lying()  # first these and then the rows: what comes in between is never taken for left over
    told = set(kept_files())
    latest = (at - LONG_ENOUGH).timestamp()
    return [name for name, written in lying.items() if name not in told and written < latest]
