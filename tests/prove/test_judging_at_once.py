"""Two runs judge the terms of the same days at the same moment, each in a process of its own."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import acts, looking, managing
from tests.prove.office import Office, overlap

pytestmark = pytest.mark.prove

ROUNDS = 8
EACH = 3  # new young people in a round, so that there is something to judge
MONTH = 30  # days: by then a first contact is long due
REALLY_AT_ONCE = 3


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def test_nothing_is_judged_twice_and_nothing_is_left_out(office: Office):
    together = 0
    for turn in range(ROUNDS):
        for number in range(EACH):
            office.alone(partial(acts.guide, by="noor", name=f"Jayden {turn} {number}"))
        before, _ = office.alone(partial(managing.judged_twice))
        outcomes = office.at_once(*[partial(managing.judge, days=MONTH + turn)] * 2)
        together += overlap(outcomes)
        written = sum(outcome.made for outcome in outcomes)
        after, twice = office.alone(partial(managing.judged_twice))
        assert (after - before, twice) == (written, 0)
        assert written >= EACH
    assert together >= REALLY_AT_ONCE
