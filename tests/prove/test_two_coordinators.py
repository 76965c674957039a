"""Two coordinators assign the same young people at the same moment, each in a process of his own, on one database."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import acts, looking
from tests.prove.office import Office, overlap

pytestmark = pytest.mark.prove

ROUNDS = 10
REALLY_AT_ONCE = 3


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def test_one_of_them_is_told_and_nothing_is_half_done(office: Office):
    for name, role in (("Karim", "coordinator"), ("Lotte", "officer"), ("Mo", "officer")):
        office.alone(partial(acts.hire, name=name, role=role))
    together = 0
    for turn in range(ROUNDS):
        keys = []
        for name in ("Een", "Twee"):
            referral = office.alone(partial(acts.register, by="noor", name=f"{name} {turn}"))
            keys.append(office.alone(partial(acts.accept, by="noor", referral=referral)))
        outcomes = office.at_once(
            partial(acts.assign, by="fatima", officer="lotte", trajectories=keys),
            partial(acts.assign, by="karim", officer="mo", trajectories=keys[::-1]),
        )
        together += overlap(outcomes)
        assert sorted(outcome.refused or "" for outcome in outcomes) == ["", "NotNow"], outcomes
        winner = "Mo" if outcomes[0].refused else "Lotte"
        assert office.alone(partial(looking.guiding, trajectories=keys)) == [[winner] * 2, 2]
    assert together >= REALLY_AT_ONCE
