"""What contacts tell a page."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from regie.base.actors import Actor
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment, ContactStem
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
        .values("trajectory")
        .annotate(
            first=Min("happened_on", filter=made),
            last=Max("happened_on", filter=made),
            attempts=Count("pk", filter=~made),
        )
        .order_by("trajectory")
    )


def newest_first(trajectory: Trajectory, *, as_known: date | None = None) -> QuerySet[ContactMoment]:
    """All contact with him, as we hold it true or did at the end of a day."""
    return _newest_first(as_known).filter(trajectory=trajectory)


@lru_cache(maxsize=100)
def _newest_first(as_known: date | None) -> QuerySet[ContactMoment]:
    found: QuerySet[ContactMoment] = ContactMoment.objects.known(as_known).order_by("-happened_on", "-pk")
    return found


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


def by_last_contact(trajectories: QuerySet[Trajectory]) -> QuerySet[Trajectory]:
    """Who never had contact first, then the longest ago; then by name."""
    last = _made().order_by("-happened_on").values("happened_on")[:1]
    return trajectories.annotate(last_contact=Subquery(last)).order_by(
        F("last_contact").asc(nulls_first=True), "person__family_name", "person__given_names", "pk"
    )


def _made() -> QuerySet[ContactMoment]:
    made: QuerySet[ContactMoment] = ContactMoment.objects.current().made().filter(trajectory=OuterRef("pk"))
    return made


@dataclass(frozen=True)
class FoundPerson:
    """One young person in whose contact it stands: how often, and the newest of it."""

    trajectory: Trajectory
    times: int
    moments: Sequence[ContactMoment]


def people_told_of(stems: Sequence[str], *, viewer: Actor) -> list[dict[str, Any]]:
    """Per trajectory that he may see in how many contacts all of these stand (`times`), the newest first; one query."""
    return list(ContactStem.objects.telling(stems, viewer).by_person())


def told_of_them(
    some: Sequence[Mapping[str, Any]], stems: Sequence[str], *, viewer: Actor, most: int
) -> list[FoundPerson]:
    """Of some of these people the newest of what was told; three queries, or none."""
    if not some:
        return []
    keys = [one["trajectory"] for one in some]
    rows = ContactStem.objects.telling(stems, viewer, among=keys)
    by_trajectory: dict[int, list[int]] = defaultdict(list)
    for trajectory, moment in rows.order_by("-happened_on", "-moment").values_list("trajectory", "moment"):
        if len(by_trajectory[trajectory]) < most:
            by_trajectory[trajectory].append(moment)
    moments = _moments((pk for pks in by_trajectory.values() for pk in pks), viewer)
    visible = Trajectory.objects.visible_to(viewer).select_related("person", "municipality").in_bulk(keys)
    return [
        FoundPerson(visible[key], one["times"], [moments[pk] for pk in by_trajectory[key] if pk in moments])
        for key, one in zip(keys, some, strict=True)
        if key in visible
    ]


def told_of_him(trajectory: Trajectory, stems: Sequence[str], *, viewer: Actor) -> QuerySet[ContactMoment]:
    """His contact in which all of these stand, the newest first."""
    rows = ContactStem.objects.telling(stems, viewer, among=[trajectory.pk])
    return newest_first(trajectory).filter(pk__in=rows.values("moment"))


def _moments(keys: Iterable[int], viewer: Actor) -> dict[int, ContactMoment]:
    found: dict[int, ContactMoment] = ContactMoment.objects.current().visible_to(viewer).in_bulk(list(keys))
    return found
