"""The contact there was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment, ContactMomentQuerySet
from regie.trajectories.models import OutOfSight, Trajectory
from regie.trajectories.queries import Loss, losses_of, still_lost

VISITS = (ContactKind.PRISON_VISIT, ContactKind.VIDEO_VISIT)


@dataclass(frozen=True)
class ContactSpan:
    """The first and the last day of contact that came about, and the number of attempts that did not."""

    first: date | None = None
    last: date | None = None
    attempts: int = 0


def contact_spans(trajectory_ids: Iterable[int], *, as_known: date | None = None) -> dict[int, ContactSpan]:
    """Per trajectory its span of contact, as we hold it true or did at the end of a day; one query."""
    rows = _spans(as_known).filter(trajectory__in=list(trajectory_ids))
    return {row["trajectory"]: ContactSpan(row["first"], row["last"], row["attempts"]) for row in rows}


@lru_cache(maxsize=100)  # every page of him asks it, and to make it anew takes as long as to ask it
def _spans(as_known: date | None) -> "QuerySet[ContactMoment, dict[str, Any]]":
    made = Q(outcome=Outcome.MADE)
    return (
        ContactMoment.objects.known(as_known)
        .with_him()
        .values("trajectory")
        .annotate(
            first=Min("happened_on", filter=made),
            last=Max("happened_on", filter=made),
            attempts=Count("pk", filter=~made),
        )
        .order_by("trajectory")
    )


def newest_first(trajectory: Trajectory, *, as_known: date | None = None) -> ContactMomentQuerySet:
    """All contact with him, as we hold it true or did at the end of a day."""
    return _newest_first(as_known).filter(trajectory=trajectory)


@lru_cache(maxsize=100)
def _newest_first(as_known: date | None) -> ContactMomentQuerySet:
    known: ContactMomentQuerySet = ContactMoment.objects.known(as_known)
    return known.select_related("step", "organisation").order_by("-happened_on", "-pk")


def first_visits(since: Mapping[int, date], *, as_known: date | None = None) -> dict[int, date]:
    """Per trajectory (its key → the day from which it counts) the first visit that came about; one query, or none."""
    if not since:
        return {}
    asked = reduce(or_, (Q(trajectory=key, happened_on__gte=day) for key, day in since.items()))
    made = ContactMoment.objects.known(as_known).filter(asked, outcome=Outcome.MADE, kind__in=VISITS)
    first = made.values("trajectory").annotate(first=Min("happened_on")).order_by("trajectory")
    return {row["trajectory"]: row["first"] for row in first}


def without_contact_since(trajectories: QuerySet[Trajectory], since: date) -> QuerySet[Trajectory]:
    """Those with whom no contact came about from that day on, or ever."""
    return trajectories.filter(~Exists(_made().filter(happened_on__gte=since)))


def lost_now(trajectory: Trajectory) -> Loss | None:
    """That he is out of sight; None when he is not. Two queries."""
    loss = losses_of([trajectory]).get(trajectory.pk)
    span = contact_spans([trajectory.pk]).get(trajectory.pk, ContactSpan())
    return loss if loss and loss.stands(last_contact=span.last) else None


@cache  # it is the same for every list
def out_of_sight() -> Q:
    """Of a question about trajectories: somebody was lost, nobody told he is back, and no contact came after it."""
    after = (
        ContactMoment.objects.current()
        .made()
        .filter(trajectory=OuterRef("trajectory"), happened_on__gt=OuterRef("happened_on"))
    )
    lost: QuerySet[OutOfSight] = OutOfSight.objects.current().filter(
        still_lost(), ~Exists(after), trajectory=OuterRef("pk")
    )
    return Q(Exists(lost))


def last_contact_with(trajectory: Trajectory) -> dict[int, date]:
    """By organisation (its key) when somebody last spoke with it about him; one query."""
    with_others = ContactMoment.objects.current().filter(trajectory=trajectory, organisation__isnull=False)
    spoken = with_others.filter(outcome=Outcome.MADE)
    return dict(spoken.order_by().values_list("organisation").annotate(Max("happened_on")))


def by_last_contact(trajectories: QuerySet[Trajectory]) -> QuerySet[Trajectory]:
    """Who never had contact first, then the longest ago; then by name."""
    last = _made().order_by("-happened_on").values("happened_on")[:1]
    return trajectories.annotate(last_contact=Subquery(last)).order_by(
        F("last_contact").asc(nulls_first=True), "person__family_name", "person__given_names", "pk"
    )


def _made() -> QuerySet[ContactMoment]:
    made: QuerySet[ContactMoment] = ContactMoment.objects.current().made().filter(trajectory=OuterRef("pk"))
    return made
