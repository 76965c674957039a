"""Two managers change the approach at the same moment, each in a process of his own, on one database."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import acts, looking
from tests.prove.office import Office, overlap

pytestmark = pytest.mark.prove

ROUNDS = 12
REALLY_AT_ONCE = 3


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def test_who_saw_the_older_edition_is_refused(office: Office):
    together = 0
    for turn in range(ROUNDS):
        seen = office.alone(partial(acts.last_local))
        both = [
            partial(acts.change_rule, by="wil", code="caseload.norm", value=10 + turn + other, seen=seen)
            for other in (0, 50)
        ]
        outcomes = office.at_once(*both)
        together += overlap(outcomes)
        assert sorted(outcome.refused or "" for outcome in outcomes) == ["", "NotNow"], outcomes
    assert together >= REALLY_AT_ONCE


def test_two_different_rules_are_both_kept(office: Office):
    together = 0
    for turn in range(ROUNDS):
        outcomes = office.at_once(
            partial(acts.change_rule, by="wil", code="caseload.norm", value=10 + turn, seen=None),
            partial(acts.change_rule, by="wil", code="guidance.shortest", value=24 + turn, seen=None),
        )
        together += overlap(outcomes)
        assert not any(outcome.refused for outcome in outcomes), outcomes
        assert office.alone(partial(acts.caseload_and_shortest)) == [10 + turn, 24 + turn]
    assert together >= REALLY_AT_ONCE
