"""Who looks at whom, in one database: the officer and the coordinator of the first municipality."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.test import Client
from django.urls import reverse

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.base.facts import Recorded
from regie.persons.models import Person
from regie.trajectories.models import Referral
from tests.bench.partner import asked_much
from tests.bench.places import BENCH, CASELOAD, found
from tests.bench.planned import plan_three_years
from tests.bench.population import WORDS, populate, write
from tests.cast import sign_in
from tests.factories import people as factory

BORN = date(2004, 5, 3)


@dataclass
class Scene:
    """The same people in every database, with the addresses of the officer's first young person and referral."""

    municipality: Municipality
    colleague: User
    officer: Client
    coordinator: Client
    partner: Client
    young_person: Person
    planned: Person
    referral: Referral
    calendar_url: str = ""
    found_url: str = ""
    fresh: Iterator[str] = field(default_factory=lambda: iter(()))

    @property
    def person_url(self) -> str:
        """The page of the young person with sixty moments of contact."""
        return reverse("desk:person", args=[self.young_person.ref])

    def of_his_plan(self, name: str, **asked: str) -> str:
        """A page of the young person with a plan of three years."""
        return reverse(name, args=[self.planned.ref], query=asked or None)

    @property
    def referral_url(self) -> str:
        """The page of an open referral."""
        return reverse("desk:referral", args=[self.referral.ref])

    def refer_anew(self, count: int, *, at: datetime) -> None:
        """So many fresh referrals, each to be accepted once; somebody who was referred and weighed, and nothing more."""
        stamp = Recorded.stamp(by=BENCH, at=at)
        where = {"municipality": self.municipality}
        people = Person.objects.bulk_create(
            Person(given_names="Nieuw", family_name=f"Nieuw {turn}", birth_date=BORN, **where, **stamp)
            for turn in range(count)
        )
        told = {"referred_by": "PI Sittard", "happened_on": day(at), "told": WORDS}
        made = Referral.objects.bulk_create(
            Referral(ref=uuid.uuid4(), person=person, **told, **where, **stamp) for person in people
        )
        for referral in made:
            factory.weigh(referral, by=self.colleague, at=at)
        self.fresh = iter([reverse("desk:accept_referral", args=[referral.ref]) for referral in made])


def _fits(person: Person) -> bool:
    """Whether his age fits every approach, today and for years."""
    return person.birth_date is not None and person.birth_date.year in (2002, 2003, 2004)


def build(sizes: list[int], *, at: datetime) -> Scene:
    """Fills the database we work in and signs its people in."""
    places = found(sizes, at=at)
    here = places[0]
    lives = [life for life in populate(places, at=at) if life.place is here]
    first = here.officers[0]
    guided = [life for life in lives if life.officer == first.pk and life.reached and life.person.birth_date]
    waiting = [life for life in lives if life.officer is None and _fits(life.person)]
    assert len([life for life in lives if life.officer == first.pk]) == CASELOAD
    longest = min((life for life in guided), key=lambda life: life.begins)
    assert longest.trajectory
    with transaction.atomic():
        plan_three_years(longest.trajectory, write, at=at)
    return Scene(
        here.municipality,
        first,
        sign_in(first),
        sign_in(here.coordinator),
        asked_much(here, here.officers[1], at=at),
        min((life.person for life in guided if life is not longest), key=lambda person: person.ref),
        longest.person,
        min((life.referral for life in waiting), key=lambda referral: referral.ref),
    )
