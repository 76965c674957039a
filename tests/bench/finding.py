"""How fast contact is found by its words: 50,000 contacts of one municipality, among three others of that size.

python -m tests.bench --words
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from statistics import median
from time import perf_counter

from django.db import connection, transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Recorded
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment, ContactStem
from regie.contacts.queries import people_told_of, told_of_them
from regie.contacts.rules import sought_by, stems_of
from regie.persons.models import Person
from regie.trajectories.models import Assignment, Referral, Trajectory
from tests.bench import databases
from tests.bench.places import BENCH, CASELOAD, Place, found

MUNICIPALITIES, PEOPLE, EACH = 4, 500, 100
BATCH, RUNS, FASTEST = 2000, 20, 100.0  # milliseconds
ALWAYS = "gesprek"  # stands in six of ten
OFTEN = "schulden"  # stands in a quarter
TOGETHER = f"{ALWAYS} {OFTEN}"
SELDOM = "vergunning"  # stands in one of a thousand
NEVER = "zeppelin"
QUESTIONS = (ALWAYS, TOGETHER, SELDOM, f"{SELDOM} {ALWAYS}", NEVER)
STEM = "woord"


@dataclass(frozen=True)
class Asked:
    """What one question took, at its median and at least, and how many contacts it found."""

    who: str
    text: str
    milliseconds: float
    fastest: float
    times: int

    def __str__(self) -> str:
        verdict = "ok" if self.milliseconds <= FASTEST else f"NOT (at most {FASTEST:g})"
        return (
            f"{self.who:<13}{self.text:<22}{self.times:>8,} contacts{self.milliseconds:>8.1f} ms"
            f" (at least {self.fastest:.1f}) {verdict}"
        )


def measure_words(*, at: datetime) -> Iterator[str]:
    """Fills an empty database, and says what each question took, for who sees all and for who guides thirty."""
    places = found([PEOPLE] * MUNICIPALITIES, at=at)
    started = perf_counter()
    with transaction.atomic():
        trajectories = [one for place in places for one in _guided(place, at)]
        _chance(0).shuffle(trajectories)
        told = _tell(trajectories, at)
    databases.settle()
    here = places[0]
    yield (
        f"Words: {told:,} contacts in {MUNICIPALITIES} municipalities, {told // MUNICIPALITIES:,} in each,"
        f" {ContactStem.objects.count():,} stems, written in {perf_counter() - started:.0f} s."
    )
    for who, user in (("coordinator", here.coordinator), ("officer", here.officers[0])):
        viewer = user.acting(at)
        for text in QUESTIONS:
            yield str(_ask(who, text, viewer))


def _ask(who: str, text: str, viewer: Actor) -> Asked:
    taken = [_time(text, viewer) for _ in range(RUNS + 3)][3:]
    times = sum(one["times"] for one in people_told_of(sought_by(text).stems, viewer=viewer))
    return Asked(who, text, median(taken), min(taken), times)


def _time(text: str, viewer: Actor) -> float:
    """All that the page asks: who it is told of, and of the first twenty the newest three."""
    started = perf_counter()
    stems = sought_by(text).stems
    told_of_them(people_told_of(stems, viewer=viewer)[:20], stems, viewer=viewer, most=3)
    return (perf_counter() - started) * 1000


def _guided(place: Place, at: datetime) -> Iterator[Trajectory]:
    stamp, since = Recorded.stamp(by=BENCH, at=at), day(at) - timedelta(days=700)
    where = {"municipality": place.municipality}
    names = (f"{place.number:02}-{turn:03}" for turn in range(PEOPLE))
    people = Person.objects.bulk_create(
        Person(given_names="Iemand", family_name=name, birth_date=date(2004, 5, 3), **where, **stamp)
        for name in names
    )
    referrals = Referral.objects.bulk_create(
        Referral(person=person, referred_by="PI Sittard", happened_on=since, **where, **stamp)
        for person in people
    )
    trajectories = Trajectory.objects.bulk_create(
        Trajectory(
            person=person, referral=referral, started_on=since, planned_end=since + timedelta(days=800),
            **where, **stamp,
        )
        for person, referral in zip(people, referrals, strict=True)
    )  # fmt: skip
    Assignment.objects.bulk_create(
        Assignment(trajectory=one, officer=place.officers[turn // CASELOAD], since=since, **stamp)
        for turn, one in enumerate(trajectories)
    )
    yield from trajectories


def _tell(trajectories: list[Trajectory], at: datetime) -> int:
    """Contact after contact with all of them, as it is told in two years; each with its stems."""
    rows, told = _moments(trajectories, at), 0
    while batch := list(islice(rows, BATCH)):
        ContactMoment.objects.bulk_create(batch)
        _write_stems(batch)
        told += len(batch)
    return told


def _write_stems(moments: list[ContactMoment]) -> None:
    """As the ORM would, in a tenth of the time."""
    rows = (
        (one.pk, one.trajectory_id, one.trajectory.municipality_id, one.happened_on, stem)
        for one in moments
        for stem in stems_of(one.texts)
    )
    into = "contacts_contactstem (moment_id, trajectory_id, municipality_id, happened_on, stem)"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(f"INSERT INTO {into} VALUES (%s, %s, %s, %s, %s)", list(rows))


def _moments(trajectories: list[Trajectory], at: datetime) -> Iterator[ContactMoment]:
    chance, stamp = _chance(1), Recorded.stamp(by=BENCH, at=at)
    for turn in range(EACH):
        for trajectory in trajectories:
            yield ContactMoment(
                trajectory=trajectory,
                happened_on=day(at) - timedelta(days=7 * (EACH - turn)),
                kind=ContactKind.PHONE,
                outcome=Outcome.MADE,
                words=_words(chance),
                **stamp,
            )


def _words(chance: Random) -> str:
    """Fifteen words as a language has them: few that stand often, and many that hardly do."""
    words = [f"{STEM}{int(chance.paretovariate(0.7)) % 20_000}" for _ in range(13)]
    words += [ALWAYS] if chance.random() < 0.6 else []
    words += [OFTEN] if chance.random() < 0.25 else []
    words += [SELDOM] if chance.random() < 0.001 else []
    return " ".join(words)


def _chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311  nothing here is secret
