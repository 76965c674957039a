"""How everybody was weighed, and what was told of the detention and the situation of each."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from regie.approach.queries import approach_of, editions_in_force
from regie.base.clock import day
from regie.base.facts import Recorded
from regie.detention.enums import Arrival, Certainty, Title
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.trajectories.enums import Answer, ApplicationKind, ApplicationOutcome, CircumstanceKind, Threatened
from regie.trajectories.models import Application, Circumstance, Weighing
from regie.trajectories.rules import ANSWERS, Judged
from tests.bench.places import BENCH, Place
from tests.factories import people as factory

MOVED_AFTER = timedelta(days=2)
SHIFTS = (0, 14, -10, 21, 3)  # days by which the day he comes out moved, each time it was told


def weighings(lives: Iterable[Any], *, at: datetime) -> list[Weighing]:
    """Everything is met, for everybody."""
    known: dict[int, dict[str, Any]] = {}
    stamp = Recorded.stamp(by=BENCH, at=at)
    return [
        Weighing(
            ref=life.referral.ref,
            person=life.person,
            municipality=life.place.municipality,
            happened_on=life.begins,
            **known.setdefault(life.place.number, _found(life.place, at)),
            **stamp,
        )
        for life in lives
    ]


def _found(place: Place, at: datetime) -> dict[str, Any]:
    editions = editions_in_force(place.municipality, on=day(at))
    layers = {str(edition.layer): edition for edition in editions}
    weighed = factory.favourable(approach_of(editions))
    return layers | Weighing.columns(weighed, age=Judged(Answer.MET))


def detained(lives: Iterable[Any], *, at: datetime) -> list[list[Any]]:
    """Two stays, a sentence and five release dates of everybody who is guided; of some nobody knows day one."""
    stamp = Recorded.stamp(by=BENCH, at=at)
    stays, sentences, releases = [], [], []
    for life in lives:
        entered_on = life.referral.detained_since
        since = entered_on or life.begins
        told = {"person": life.person, "happened_on": since, **stamp}
        stays.append(Stay(facility="PI Sittard", entered_on=entered_on, **told))
        moved = {**told, "happened_on": since + MOVED_AFTER, "entered_on": since + MOVED_AFTER}
        stays.append(Stay(facility="PI Roermond", arrival=Arrival.MOVED, **moved))
        sentences.append(Sentence(title=Title.PRISON, months=9, **told))
        releases += [
            ReleaseDate(
                expected_on=since + timedelta(days=270 + shift),
                certainty=Certainty.EXPECTED,
                **told | {"happened_on": since + timedelta(days=known)},
            )
            for known, shift in enumerate(SHIFTS)
        ]
    return [stays, sentences, releases]


def situated(lives: Iterable[Any], *, at: datetime) -> list[Circumstance]:
    """Ten circumstances of everybody who is guided: each kind when he began, and two of them otherwise later."""
    stamp = Recorded.stamp(by=BENCH, at=at)
    told = [(kind, 0, 0) for kind in CircumstanceKind]
    told += [(CircumstanceKind.BENEFIT, 3, 5), (CircumstanceKind.WORK, 1, 5)]
    return [
        Circumstance(
            trajectory=life.trajectory,
            kind=kind,
            value=ANSWERS[kind][answer],
            happened_on=life.begins + timedelta(days=later),
            **stamp,
        )
        for life in lives
        for kind, answer, later in told
    ]


def asked(lives: Iterable[Any], *, at: datetime) -> list[Application]:
    """Two applications of everybody who is guided: one that was granted, and one for debt help that waits."""
    stamp = Recorded.stamp(by=BENCH, at=at)
    granted = {"outcome": ApplicationOutcome.GRANTED, "kind": ApplicationKind.SOCIAL_ASSISTANCE}
    waits = {
        "outcome": ApplicationOutcome.WAITING,
        "kind": ApplicationKind.DEBT_HELP,
        "threatened": Threatened.NO,
    }
    return [
        Application(
            trajectory=life.trajectory,
            happened_on=life.begins + timedelta(weeks=weeks),
            decided_on=decided,
            **told,
            **stamp,
        )
        for life in lives
        for told, weeks, decided in ((granted, 0, life.begins + timedelta(weeks=6)), (waits, 1, None))
    ]
