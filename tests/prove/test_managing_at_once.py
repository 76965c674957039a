"""Two managers at the accounts, two lists for the social map, at the same moment, each in a process of his own."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.prove import acts, looking, managing
from tests.prove.office import Office, overlap

pytestmark = pytest.mark.prove

ROUNDS = 10
REALLY_AT_ONCE = 3
WHOLE = [{"added": 10}, {"same": 10}]


@pytest.fixture(scope="module", autouse=True)
def mia_manages_too(office: Office) -> None:
    """Beside Wil."""
    office.alone(partial(acts.hire, name="Mia", role="functional_manager"))


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def test_two_managers_who_end_each_other_leave_one(office: Office):
    together = 0
    for _ in range(ROUNDS):
        outcomes = office.at_once(
            partial(managing.end_management, by="wil", of="Mia"),
            partial(managing.end_management, by="mia", of="Wil"),
        )
        together += overlap(outcomes)
        left = office.alone(partial(managing.manage_again, names=["Mia", "Wil"]))
        assert left == (["Mia"] if outcomes[0].refused else ["Wil"]), outcomes
        (loser,) = [outcome for outcome in outcomes if outcome.refused]
        assert loser.refused == "NotNow", loser.sentence
        assert "de enige functioneel beheerder" in loser.sentence
    assert together >= REALLY_AT_ONCE


def test_two_managers_who_look_at_the_accounts_make_one_review(office: Office):
    together = 0
    for turn in range(ROUNDS):
        outcomes = office.at_once(
            partial(managing.look_at_accounts, by="wil"), partial(managing.look_at_accounts, by="mia")
        )
        together += overlap(outcomes)
        assert sorted(outcome.refused for outcome in outcomes) == ["", "NotNow"], outcomes
        assert office.alone(partial(managing.reviewed)) == [turn + 1] * 3
    assert together >= REALLY_AT_ONCE


def test_one_list_brought_in_twice_adds_nothing_twice(office: Office):
    together = 0
    for turn in range(ROUNDS):
        rows = "".join(f"Bank {n} van {turn};kredietbank;;\n" for n in range(5))
        people = "".join(f"Els {n} van {turn};;mentor;Bank {n} van {turn}\n" for n in range(5))
        text = f"naam;soort;rol;organisatie\n{rows}{people}"
        outcomes = office.at_once(
            partial(managing.bring_list_in, by="noor", text=text),
            partial(managing.bring_list_in, by="sem", text=text),
        )
        together += overlap(outcomes)
        assert [outcome.made for outcome in outcomes] in (WHOLE, WHOLE[::-1])
        assert office.alone(partial(managing.on_the_map, place=f"van {turn}")) == [5, 5, 10]
    assert together >= REALLY_AT_ONCE
