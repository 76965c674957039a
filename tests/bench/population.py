"""Fills a database: people, how they were referred, who guides them and the contact there was."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Model

from regie.base.clock import day
from regie.base.facts import Fact, Recorded
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.persons import rules
from regie.persons.models import Person
from regie.privacy.enums import AccessGround
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Application, Assignment, Circumstance, Referral, Trajectory, Weighing
from tests.bench.decided import asked, detained, situated, weighings
from tests.bench.judged import judge_everybody
from tests.bench.multiply import multiply
from tests.bench.names import full_name, test_bsns
from tests.bench.places import BENCH, Place
from tests.bench.planned import plan_everybody

OPEN = 10  # of every so many people in guidance, one more waits as an open referral
CONTACTS = 10  # told one by one, some of them better later
TIMES = 6  # each of these stands there so many times: sixty contacts of everybody
CORRECTED = 20  # one in so many facts was told better later
WORDS = "We spraken over werk en over zijn moeder. Hij wil automonteur worden en belt maandag zelf met de leermeester."
BATCH = 2000


@dataclass
class Life:
    """One young person as he is about to be written down; without `officer` his referral is open."""

    place: Place
    person: Person
    referral: Referral
    begins: date
    officer: int | None
    reached: bool
    trajectory: Trajectory | None = None


def populate(places: Iterable[Place], *, at: datetime) -> list[Life]:
    """Writes everybody down, in the order of chance: people of one municipality do not lie together on the disk."""
    lives = [life for place in places for life in _lives(place, at)]
    _chance(1).shuffle(lives)
    with transaction.atomic():
        write(Person, (life.person for life in lives))
        write(Referral, (life.referral for life in lives))
        guided = [life for life in lives if life.officer is not None]
        write(Weighing, weighings(lives, at=at))
        for model, told in zip((Stay, Sentence, ReleaseDate), detained(guided, at=at), strict=True):
            write(model, told)
        _begin(guided, at)
        write(Circumstance, situated(guided, at=at))
        write(Application, asked(guided, at=at))
        _correct_referrals(lives, at)
        for turn in range(CONTACTS):
            _meet(guided, turn, at)
        multiply(ContactMoment, TIMES)
        plan_everybody(guided, write, at=at)
        judge_everybody(guided, write, at=at)
    return lives


def _lives(place: Place, at: datetime) -> Iterable[Life]:
    rng = _chance(place.number)
    bsns = iter(rng.sample(list(test_bsns()), 700))
    for turn in range(place.guided + place.guided // OPEN):
        guided = turn < place.guided
        begins = day(at) - timedelta(days=rng.randrange(10, 900) if guided else rng.randrange(10))
        person = _person(place, rng, next(bsns) if rng.random() < 0.5 else "", at)
        referral = Referral(
            ref=_ref(rng),
            person=person,
            municipality=place.municipality,
            referred_by="Casemanager van PI Sittard, Els Janssen",
            happened_on=begins - timedelta(days=3),
            detained_since=begins - timedelta(days=rng.randrange(4, 30)) if rng.random() < 0.8 else None,
            facility="PI Sittard",
            told=WORDS,
            **Recorded.stamp(by=BENCH, at=at),
        )
        officer = place.officer_of(turn).pk if guided else None
        yield Life(place, person, referral, begins, officer, reached=rng.random() < 0.9)


def _person(place: Place, rng: Random, bsn: str, at: datetime) -> Person:
    given, family = full_name(rng)
    born = date(2000, 1, 1) + timedelta(days=rng.randrange(3650))
    return Person(
        ref=_ref(rng),
        municipality=place.municipality,
        given_names=given,
        family_name=family,
        family_sound=rules.sound(family or given),
        birth_date=born if rng.random() < 0.95 else None,
        bsn=bsn,
        **Recorded.stamp(by=BENCH, at=at),
    )


def _begin(guided: list[Life], at: datetime) -> None:
    """The trajectories, who guides them, and that each was opened once."""
    stamp = Recorded.stamp(by=BENCH, at=at)
    for life in guided:
        life.trajectory = Trajectory(
            person=life.person,
            municipality=life.place.municipality,
            referral=life.referral,
            started_on=life.begins,
            planned_end=life.begins + relativedelta(years=2, days=1),
            **stamp,
        )
    write(Trajectory, (life.trajectory for life in guided))
    write(
        Assignment,
        (
            Assignment(trajectory=life.trajectory, officer_id=life.officer, since=life.begins, **stamp)
            for life in guided
        ),
    )
    opened = {"page": "desk:person", "ground": AccessGround.ASSIGNMENT} | stamp
    write(
        AccessEntry,
        (
            AccessEntry(municipality_code=life.place.municipality.cbs_code, subject=life.person.ref, **opened)
            for life in guided
        ),
    )


def _correct_referrals(lives: list[Life], at: datetime) -> None:
    told_better = [life for life in lives if life.referral.ref.int % CORRECTED == 0]
    better = [_better(life.referral, at) for life in told_better]
    write(Referral, better)
    for life, referral in zip(told_better, better, strict=True):
        life.referral = referral
        if life.trajectory:
            Trajectory.objects.filter(pk=life.trajectory.pk).update(referral=referral)


def _meet(guided: list[Life], turn: int, at: datetime) -> None:
    """Contact number `turn` with everybody, some of it told better later."""
    made = [_moment(life, turn, at) for life in guided]
    write(ContactMoment, made)
    write(ContactMoment, [_better(moment, at) for moment in made if moment.ref.int % CORRECTED == 0])


def _moment(life: Life, turn: int, at: datetime) -> ContactMoment:
    rng = _chance(life.person.ref.int + turn)
    came_about = life.reached and (turn == 0 or rng.random() < 0.7)
    days = (day(at) - life.begins).days * (turn + 1) // (CONTACTS + 1)
    kind = ContactKind(rng.choice(ContactKind.values))
    return ContactMoment(
        ref=_ref(rng),
        trajectory=life.trajectory,
        happened_on=life.begins + timedelta(days=days),
        kind=kind,
        party="Els Janssen" if kind is ContactKind.PARTNER else "",
        outcome=Outcome.MADE if came_about else Outcome.ATTEMPTED,
        words=WORDS,
        **Recorded.stamp(by=BENCH, at=at),
    )


def _better(fact: Fact, at: datetime) -> Fact:
    values = {field.attname: getattr(fact, field.attname) for field in fact._meta.concrete_fields}
    del values["id"]
    return type(fact)(**values | {"corrects_id": fact.pk})


def write(model: type[Model], rows: Iterable[Model | None]) -> None:
    model._default_manager.bulk_create(rows, batch_size=BATCH)  # type: ignore[arg-type]


def _ref(rng: Random) -> uuid.UUID:
    return uuid.UUID(int=rng.getrandbits(128), version=4)


def _chance(seed: int) -> Random:
    """The same chance in every run and in every database."""
    return Random(seed)  # noqa: S311  nothing here is secret
