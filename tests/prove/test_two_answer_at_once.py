"""Noor and who stands in for her type what a partner answered at the same moment: one wins, the other hears what stands."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from regie.requests.models.partner_request import ANSWERED, GONE
from tests.prove import acts, looking, requesting, telling
from tests.prove.office import Office, Outcome, in_rounds

pytestmark = pytest.mark.prove

ROUNDS = 6


@pytest.fixture(scope="module", autouse=True)
def both_work_for_him(office: Office) -> None:
    office.alone(partial(telling.stand_in, by="noor", whom="sem"))


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def asked(office: Office, names: str) -> list[int]:
    """A request for a young person in each round."""
    his = [office.alone(partial(acts.guide, by="noor", name=f"{names} {nth}")) for nth in range(ROUNDS)]
    return [office.alone(partial(requesting.ask_a_partner, by="noor", trajectory=one)) for one in his]


def stands(office: Office, request: int) -> list[Any]:
    found: list[Any] = office.alone(partial(requesting.how_request_stands, request=request))
    return found


def refused(outcomes: list[Outcome]) -> Outcome:
    (loser,) = [one for one in outcomes if one.refused]
    assert loser.refused == "NotNow", loser
    return loser


def test_two_say_otherwise_and_one_hears_what_was_answered(office: Office):
    made = asked(office, "Kai")
    rounds = (
        (
            partial(requesting.partner_says, by="noor", request=one),
            partial(requesting.partner_says, by="sem", request=one, kind="declined", words="Vol."),
        )
        for one in made
    )
    for one, outcomes in zip(made, in_rounds(office, rounds), strict=True):
        assert refused(outcomes).sentence.startswith("Er is intussen al geantwoord: de partner doet het")
        assert stands(office, one) == [True, ["declined" if outcomes[0].refused else "accepted"]]


def test_two_say_the_same_and_it_is_one_answer(office: Office):
    made = asked(office, "Milan")
    rounds = (
        (
            partial(requesting.partner_says, by="noor", request=one),
            partial(requesting.partner_says, by="sem", request=one),
        )
        for one in made
    )
    for one, (first, second) in zip(made, in_rounds(office, rounds), strict=True):
        assert first.made == second.made
        assert stands(office, one) == [True, ["accepted"]]


def test_one_says_it_was_never_asked_while_another_types_the_answer(office: Office):
    made = asked(office, "Daan")
    rounds = (
        (
            partial(requesting.never_asked, by="noor", request=one),
            partial(requesting.partner_says, by="sem", request=one),
        )
        for one in made
    )
    for one, outcomes in zip(made, in_rounds(office, rounds), strict=True):
        late = refused(outcomes).sentence
        assert late == (ANSWERED if outcomes[0].refused else GONE)
        assert stands(office, one) == ([True, ["accepted"]] if outcomes[0].refused else [False, []])
