"""What trajectories tell a page, within what its viewer may see."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.approach.queries import approach_for
from regie.base.actors import Actor
from regie.persons.enums import Likeness
from regie.persons.models import Person
from regie.persons.queries import look_alikes
from regie.persons.rules import Identity
from regie.privacy.enums import AccessGround
from regie.trajectories.models import Assignment, Referral, Trajectory
from regie.trajectories.rules import earliest_end


def people_visible_to(viewer: Actor) -> QuerySet[Person]:
    """The people of the trajectories and referrals that he may see: the one road to a person."""
    return Person.objects.filter(
        Q(pk__in=Trajectory.objects.visible_to(viewer).values("person"))
        | Q(pk__in=Referral.objects.current().visible_to(viewer).values("person"))
    )


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
    officers = _officers(found.person.pk for found in alike)
    return [
        Candidate(
            found.likeness,
            found.person if found.person.pk in visible else None,
            officers.get(found.person.pk, ""),
        )
        for found in alike
        if found.person.pk in visible or found.likeness >= Likeness.LIKELY
    ]


def _officers(person_ids: Iterable[int]) -> dict[int, str]:
    current = Assignment.objects.filter(trajectory__person__in=list(person_ids), until__isnull=True)
    return {
        row.trajectory.person_id: row.officer.name for row in current.select_related("officer", "trajectory")
    }


def was_registered(submission: uuid.UUID | None) -> bool:
    """Whether this very form made a referral a moment ago."""
    return submission is not None and Referral.objects.filter(submission=submission).exists()


@dataclass(frozen=True)
class Acceptance:
    """A referral was accepted: by whom and when."""

    by: str
    at: datetime


def acceptance_of(referral_ref: uuid.UUID, *, viewer: Actor) -> Acceptance | None:
    """Who accepted a referral that this viewer screened; for who comes too late. Says nothing of the person."""
    screened = Referral.objects.screened_by(viewer).filter(ref=referral_ref).values("pk")
    trajectory = Trajectory.objects.filter(referral__in=screened).first()
    return Acceptance(trajectory.recorded_by_label, trajectory.recorded_at) if trajectory else None


@dataclass(frozen=True)
class Duration:
    """How long guidance lasts at least: until `earliest`, `shortest` months; `proposed` counts from today."""

    earliest: date
    proposed: date
    shortest: int


def duration_of(referral: Referral, *, on: date) -> Duration:
    """How long guidance would last when this referral were accepted that day, by the approach; one query."""
    approach = approach_for(referral.municipality, on=on)
    earliest = earliest_end(approach, started_on=on, day_one=referral.detained_since)
    return Duration(earliest, earliest_end(approach, started_on=on, day_one=None), approach.shortest)


def ground_of(trajectory: Trajectory, *, viewer: Actor) -> AccessGround:
    """Why this viewer may open this file."""
    mine = Trajectory.objects.filter(pk=trajectory.pk).assigned_to(viewer).exists()
    return AccessGround.ASSIGNMENT if mine else AccessGround.COORDINATION


def ground_of_referral(referral: Referral, *, viewer: Actor) -> AccessGround:
    """Why this viewer may read this referral."""
    trajectory = Trajectory.objects.filter(referral=referral).first()
    if trajectory:
        return ground_of(trajectory, viewer=viewer)
    screens = may(viewer, Permission.SCREEN_REFERRALS, referral.municipality_id)
    return AccessGround.SCREENING if screens else AccessGround.COORDINATION
