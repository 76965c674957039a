"""What is told of closing and re-opening."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from regie.base.actors import Actor
from regie.trajectories.models import Closure, Referral, Reopening, Trajectory
from regie.trajectories.rules import NOT_YET_STANDS


def closures_of(trajectory: Trajectory) -> list[Closure]:
    """All closures of his guidance that stand, with their answers and re-openings, the first one first; one query."""
    return list(Closure.objects.of(trajectory))


def refused_now(closures: Sequence[Closure]) -> Closure | None:
    """Of all his closures that stand: the last one, when a second person said not yet; no query."""
    last = closures[-1] if closures else None
    return last if last and last.answered and not last.agreed else None


def refused_lately(closures: Sequence[Closure], *, on: date) -> Closure | None:
    """The same for as long as its officer may still be busy with what was said; no query."""
    refused = refused_now(closures)
    return refused if refused and on < refused.answer.answered_on + NOT_YET_STANDS else None


def closure_held(trajectory: Trajectory, *, on: date, as_known: date | None = None) -> Closure | None:
    """By which his guidance is closed that day, as we hold it true or did at the end of a day; one query."""
    held = Closure.objects.holding(on, as_known=as_known).filter(trajectory=trajectory)
    found: Closure | None = held.select_related("answer").first()
    return found


def waiting_closures(viewer: Actor) -> QuerySet[Closure]:
    """What waits for this viewer as the second person, the oldest first."""
    asked = Closure.objects.visible_to(viewer).waiting().exclude(recorded_by_id=viewer.id)
    return asked.select_related("trajectory__person").order_by("recorded_at", "pk")


def guided_before() -> Q:
    """Of a question about open referrals: of somebody whose guidance was closed."""
    closed = Closure.objects.holding(date.max).filter(trajectory__person=OuterRef("person"))
    return Q(Exists(closed))


def reopened_with() -> Q:
    """Of a question about referrals: those with which guidance was re-opened."""
    return Q(Exists(Reopening.objects.filter(referral_ref=OuterRef("ref"))))


def trajectory_before(referral: Referral) -> Trajectory | None:
    """The closed guidance of who was referred again, for who may screen that referral."""
    his = Trajectory.objects.closed(date.max).filter(person=referral.person_id)
    return his.select_related("person", "municipality", "referral__person").first()
