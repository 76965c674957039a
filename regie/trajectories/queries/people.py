"""Whom a viewer may see: the one road to a person, finding him, and who guides him."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant, User
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.detention.models import Stay
from regie.persons.enums import Likeness
from regie.persons.models import Person
from regie.persons.queries import look_alikes, nearest
from regie.persons.rules import Identity, Sought
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Assignment, Referral, Trajectory

LOOKED_BACK = 300  # the last so many times that he opened a file: his own index, however long he works here
# What lets somebody see young people at all.
SEEING = (Permission.SEE_ALL_TRAJECTORIES, Permission.GUIDE, Permission.SCREEN_REFERRALS)


def people_visible_to(viewer: Actor) -> QuerySet[Person]:
    """The people of the trajectories and referrals that he may see: the one road to a person."""
    places = frozenset[int]().union(*(where_may(viewer, permission) for permission in SEEING))
    return Person.objects.filter(
        Q(pk__in=Trajectory.objects.visible_to(viewer).values("person"))
        | Q(pk__in=Referral.objects.current().visible_to(viewer).values("person")),
        municipality__in=places,
    )


@dataclass(frozen=True)
class Known:
    """Somebody whom the viewer may see, as a list names him.

    `guided` says whether there is a trajectory that he may see; else `referral_ref` leads to the referral that he
    may see. `facility` is what that referral told; it says nothing any more when stays were told (`stays_told`).
    `closed` says that his guidance is closed.
    """

    person: Person
    guided: bool
    officer: str
    referral_ref: uuid.UUID | None
    facility: str
    stays_told: bool
    closed: bool


def people_found(sought: Sought, *, viewer: Actor, on: date, most: int) -> tuple[list[Known], int]:
    """Who may be meant among the people he may see, nearest first, so many at most; and how many there are in all.

    Whoever he may not see is not looked at: neither the answer nor the time tells of them. Two queries.
    """
    keys = nearest(sought, among=people_visible_to(viewer))
    best = Person.objects.filter(pk__in=keys[:most])
    known = {one.person.pk: one for one in as_known_to(viewer, best, on=on)}
    return [known[pk] for pk in keys if pk in known], len(keys)


def as_known_to(viewer: Actor, people: QuerySet[Person], *, on: date) -> list[Known]:
    """These people, whom he may see, each with who guides him that day or his referral; one query."""
    guided = Trajectory.objects.visible_to(viewer).filter(person=OuterRef("pk"))
    officer = Assignment.objects.guiding(on).filter(trajectory__in=guided.values("pk"))
    told = Referral.objects.current().visible_to(viewer).filter(person=OuterRef("pk"))
    newest = told.order_by("-happened_on", "-pk")
    rows: Any = people.annotate(
        closed=Exists(guided.closed(on)),
        trajectory=Subquery(guided.values("pk")[:1]),
        officer=Subquery(officer.values("officer__name")[:1]),
        referral_ref=Subquery(newest.values("ref")[:1]),
        facility=Subquery(newest.values("facility")[:1]),
        stays_told=Exists(Stay.objects.current().filter(person=OuterRef("pk"))),
    )
    return [
        Known(
            row,
            row.trajectory is not None,
            row.officer or "",
            row.referral_ref,
            row.facility or "",
            row.stays_told,
            row.closed,
        )
        for row in rows
    ]


def lately_opened(viewer: Actor, *, on: date, most: int) -> list[Known]:
    """Whose file he himself opened lately, the last one first, as far as he may see them today; one query."""
    his = AccessEntry.objects.by(viewer)
    lately = his.order_by("-recorded_at").values("subject")[:LOOKED_BACK]
    last = his.filter(subject=OuterRef("ref")).order_by("-recorded_at").values("recorded_at")[:1]
    people = people_visible_to(viewer).filter(ref__in=lately).annotate(opened_at=Subquery(last))
    return as_known_to(viewer, people.order_by("-opened_at", "pk")[:most], on=on)


def guided_lately(viewer: Actor, *, most: int) -> list[Person]:
    """The same, but only those whose trajectory he may see: quicker, for a page that asks much; one query."""
    his = AccessEntry.objects.by(viewer)
    lately = his.order_by("-recorded_at").values("subject")[:LOOKED_BACK]
    last = his.filter(subject=OuterRef("person__ref")).order_by("-recorded_at").values("recorded_at")[:1]
    opened = Trajectory.objects.visible_to(viewer).filter(person__ref__in=lately)
    rows = opened.annotate(opened_at=Subquery(last)).order_by("-opened_at", "pk").select_related("person")
    return [trajectory.person for trajectory in rows[:most]]


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the person that is about to be written down.

    Without `person` the viewer may not see him; then only the officer who knows more is named.
    """

    likeness: Likeness
    person: Person | None
    officer: str


def candidates(identity: Identity, *, municipality_id: int, viewer: Actor) -> list[Candidate]:
    """People of this municipality who may be him; of those he may not see only the near-certain, and no detail."""
    alike = look_alikes(identity, municipality_id=municipality_id)
    visible = set(
        people_visible_to(viewer)
        .filter(pk__in=[found.person.pk for found in alike])
        .values_list("pk", flat=True)
    )
    officers = _officers([found.person.pk for found in alike], viewer)
    return [
        Candidate(
            found.likeness,
            found.person if found.person.pk in visible else None,
            officers.get(found.person.pk, ""),
        )
        for found in alike
        if found.person.pk in visible or found.likeness >= Likeness.LIKELY
    ]


def _officers(person_ids: list[int], viewer: Actor) -> dict[int, str]:
    if viewer.on is None:
        return {}
    current = Assignment.objects.guiding(viewer.on).filter(trajectory__person__in=person_ids)
    return {
        row.trajectory.person_id: row.officer.name for row in current.select_related("officer", "trajectory")
    }


def officers_of(trajectories: Iterable[Trajectory], *, on: date) -> dict[int, User]:
    """Who guides each of these trajectories that day; who is not named here has nobody. One query."""
    keys = [trajectory.pk for trajectory in trajectories]
    guiding = Assignment.objects.guiding(on).filter(trajectory__in=keys).select_related("officer")
    return {assignment.trajectory_id: assignment.officer for assignment in guiding}


def officers_seen(viewer: Actor, *, on: date) -> list[User]:
    """Who guides one of those he may see that day, by name; one query, from the few officers to their people."""
    his = Assignment.objects.running(on).filter(officer=OuterRef("user"), trajectory__in=_there(viewer))
    places = where_may(viewer, Permission.SEE_ALL_TRAJECTORIES) | where_may(viewer, Permission.GUIDE)
    grants = (
        RoleGrant.objects.running(on).allowing(Permission.GUIDE).filter(Exists(his), municipality__in=places)
    )
    return list(User.objects.filter(pk__in=grants.values("user")).order_by("name", "pk"))


def _there(viewer: Actor) -> QuerySet[Trajectory]:
    return Trajectory.objects.visible_to(viewer).filter(municipality=OuterRef(OuterRef("municipality")))


def guided_by(
    trajectories: QuerySet[Trajectory], officer_id: int | None, *, on: date
) -> QuerySet[Trajectory]:
    """Those of them whom this officer guides that day; or nobody."""
    guiding = Assignment.objects.guiding(on).filter(trajectory=OuterRef("pk"))
    found = Exists(guiding) if officer_id is None else Exists(guiding.filter(officer=officer_id))
    return trajectories.filter(~found if officer_id is None else found)
