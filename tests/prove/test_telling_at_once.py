"""Two tell the same of one young person at the same moment, each in a process of his own: it is told once."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import pytest

from tests.prove import acts, looking, telling
from tests.prove.office import Office, in_rounds

pytestmark = pytest.mark.prove

ROUNDS = 20
JUNE = date(2026, 6, 3)


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def test_how_it_stands_with_his_benefit(office: Office):
    trajectory = office.alone(partial(acts.guide, by="noor", name="Milan"))
    # Each round says something else than stands there, or the two would have nothing to write.
    values = ("social_assistance", "no_benefit") * (ROUNDS // 2)
    rounds = (
        (partial(telling.situate, by="noor", trajectory=trajectory, value=value),) * 2 for value in values
    )
    for told, (first, second) in enumerate(in_rounds(office, rounds), start=1):
        assert first.made == second.made
        assert office.alone(partial(telling.stand, trajectory=trajectory)) == [told, 0]


def test_what_was_asked_for_him(office: Office):
    trajectory = office.alone(partial(acts.guide, by="noor", name="Yusuf"))
    days = (f"{JUNE + timedelta(days=nth)}" for nth in range(ROUNDS))
    rounds = ((partial(telling.ask, by="noor", trajectory=trajectory, asked_on=day),) * 2 for day in days)
    for told, (first, second) in enumerate(in_rounds(office, rounds), start=1):
        assert first.made == second.made
        assert office.alone(partial(telling.stand, trajectory=trajectory)) == [0, told]


def test_two_decisions_on_one_asking(office: Office):
    trajectory = office.alone(partial(acts.guide, by="noor", name="Kai"))
    days = (f"{JUNE + timedelta(days=nth)}" for nth in range(ROUNDS))
    asked = (
        office.alone(partial(telling.ask, by="noor", trajectory=trajectory, asked_on=day)) for day in days
    )
    rounds = (
        (
            partial(telling.decide, by="noor", application=one, outcome="granted"),
            partial(telling.decide, by="noor", application=one, outcome="refused"),
        )
        for one in asked
    )
    for outcomes in in_rounds(office, rounds):
        assert sorted(outcome.refused for outcome in outcomes) == ["", "NotNow"]
    assert office.alone(partial(telling.stand, trajectory=trajectory)) == [0, ROUNDS]


@pytest.fixture(scope="module")
def for_noor(office: Office) -> None:
    """Sem works for Noor while she is away, and both are at it."""
    office.alone(partial(telling.stand_in, by="noor", whom="sem"))


class TestThatHeIsFree:
    @pytest.mark.parametrize(
        "known", [True, False], ids=["inside as far as we knew", "nobody told of a stay"]
    )
    def test_by_two_officers_it_ends_once(self, office: Office, for_noor: None, known: bool):
        his = [
            office.alone(partial(acts.guide, by="noor", name=f"Jay {known} {nth}")) for nth in range(ROUNDS)
        ]
        if known:
            for one in his:
                office.alone(partial(telling.held, trajectory=one))
        rounds = (
            tuple(partial(telling.free, by=by, trajectory=one) for by in ("noor", "sem")) for one in his
        )
        for one, (first, second) in zip(his, in_rounds(office, rounds), strict=True):
            assert first.made == second.made
            entries = 2 if known else 1  # that he came in has one of its own
            assert office.alone(partial(telling.freed, trajectory=one)) == [1, 1, entries]

    def test_since_two_days_one_holds_and_the_other_hears_of_it(self, office: Office):
        his = [office.alone(partial(acts.guide, by="noor", name=f"Tim {nth}")) for nth in range(ROUNDS)]
        for one in his:
            office.alone(partial(telling.held, trajectory=one))
        rounds = (
            tuple(partial(telling.free, by="noor", trajectory=one, days_ago=ago) for ago in (0, 1))
            for one in his
        )
        for one, outcomes in zip(his, in_rounds(office, rounds), strict=True):
            assert sorted(outcome.refused for outcome in outcomes) == ["", "NotValid"]
            assert "Er staat al dat hij vrij is sinds" in "".join(outcome.sentence for outcome in outcomes)
            assert office.alone(partial(telling.freed, trajectory=one)) == [1, 1, 2]


def test_how_one_thing_for_his_release_stands(office: Office):
    trajectory = office.alone(partial(acts.guide, by="noor", name="Ali"))
    # Each round says something else than stands there, or the two would have nothing to write.
    states = ("open", "arranged") * (ROUNDS // 2)
    rounds = (
        tuple(partial(telling.arrange, by="noor", trajectory=trajectory, state=state) for _ in range(2))
        for state in states
    )
    for told, (first, second) in enumerate(in_rounds(office, rounds), start=1):
        assert first.made == second.made
        assert office.alone(partial(telling.arrangements, trajectory=trajectory)) == [told, told]
