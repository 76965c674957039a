"""Two people end the guidance of one young person at the same moment, each in a process of his own."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import acts, closing, looking
from tests.prove.office import Office, overlap

pytestmark = pytest.mark.prove

ROUNDS = 10
REALLY_AT_ONCE = 3


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def test_she_and_who_stands_in_for_her_close_it_once(office: Office):
    office.alone(partial(closing.cover, officer="noor", substitute="sem"))
    together = 0
    for turn in range(ROUNDS):
        his = office.alone(partial(acts.guide, by="noor", name=f"Milan {turn}"))
        died = partial(closing.close, trajectory=his, reason="died")
        outcomes = office.at_once(partial(died, by="noor"), partial(died, by="sem"))
        together += overlap(outcomes)
        assert sorted(one.refused for one in outcomes) == ["", "NotNow"], outcomes
        assert "is afgerond op" in "".join(one.sentence for one in outcomes)
        assert office.alone(partial(closing.closings, trajectory=his)) == [False, 1, 0, 1]
    assert together >= REALLY_AT_ONCE


def test_two_coordinators_answer_and_the_first_counts(office: Office):
    office.alone(partial(acts.hire, name="Karim", role="coordinator"))
    together = 0
    for turn in range(ROUNDS):
        his = office.alone(partial(acts.guide, by="noor", name=f"Kai {turn}"))
        asked = office.alone(partial(closing.close, by="noor", trajectory=his, reason="goals_reached"))
        outcomes = office.at_once(
            partial(closing.answer, by="fatima", closure=asked, agreed=True),
            partial(closing.answer, by="karim", closure=asked, agreed=False),
        )
        together += overlap(outcomes)
        assert sorted(one.refused for one in outcomes) == ["", "NotNow"], outcomes
        runs = bool(outcomes[0].refused)
        assert office.alone(partial(closing.closings, trajectory=his)) == [runs, 1, 1, 2]
    assert together >= REALLY_AT_ONCE
