"""Noor and who stands in for her are at one appointment at the same moment: he is never told two things of it."""

import uuid
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from regie.contacts.actions.appointments import GONE
from regie.contacts.models.appointment import WENT_ALREADY
from tests.prove import acts, agreeing, closing, looking, telling
from tests.prove.office import Asked, Office, Outcome, in_rounds

pytestmark = pytest.mark.prove

ROUNDS = 12
TO_COME = "Deze afspraak moet nog komen. Afzeggen of verzetten kan wel."


@pytest.fixture(scope="module", autouse=True)
def both_work_for_him(office: Office) -> None:
    office.alone(partial(telling.stand_in, by="noor", whom="sem"))


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def guided(office: Office, names: str) -> list[int]:
    """A young person for each round: so that what is written of one is not held up by what is of another."""
    return [office.alone(partial(acts.guide, by="noor", name=f"{names} {nth}")) for nth in range(ROUNDS)]


def met(office: Office, names: str) -> list[int]:
    """Each with an appointment of yesterday."""
    return [office.alone(partial(agreeing.meet, by="noor", trajectory=one)) for one in guided(office, names)]


def both(act: Any, **given: Any) -> tuple[Asked, Asked]:
    """Noor and Sem do the same."""
    return partial(act, by="noor", **given), partial(act, by="sem", **given)


def stands(office: Office, appointment: int) -> list[Any]:
    found: list[Any] = office.alone(partial(agreeing.how_it_stands, appointment=appointment))
    return found


def refused(outcomes: list[Outcome]) -> Outcome:
    """Who was too late, and said so; fails unless it was one of the two."""
    (loser,) = [one for one in outcomes if one.refused]
    assert loser.refused == "NotNow", loser
    return loser


class TestHowItWent:
    def test_two_tell_the_same_and_it_is_one_contact(self, office: Office):
        made = met(office, "Milan")
        rounds = (both(agreeing.went, appointment=one) for one in made)
        for one, (first, second) in zip(made, in_rounds(office, rounds), strict=True):
            assert first.made == second.made
            assert stands(office, one) == [True, ["made"], 1]

    def test_two_tell_otherwise_and_one_hears_what_was_told(self, office: Office):
        made = met(office, "Kai")
        rounds = (
            (
                partial(agreeing.went, by="noor", appointment=one, result="made"),
                partial(agreeing.went, by="sem", appointment=one, result="no_show"),
            )
            for one in made
        )
        for one, outcomes in zip(made, in_rounds(office, rounds), strict=True):
            assert refused(outcomes).sentence.startswith("Er staat al hoe het ging: ")
            assert stands(office, one) == [True, ["no_show" if outcomes[0].refused else "made"], 1]

    def test_one_form_sent_twice_is_one_contact(self, office: Office):
        made = met(office, "Adam")
        rounds = (
            (partial(agreeing.went, by="noor", appointment=one, submission=str(uuid.uuid4())),) * 2
            for one in made
        )
        for one, (first, second) in zip(made, in_rounds(office, rounds), strict=True):
            assert first.made == second.made
            assert stands(office, one) == [True, ["made"], 1]

    def test_one_takes_it_back_while_guidance_ends(self, office: Office):
        his = guided(office, "Omar")
        made = [office.alone(partial(agreeing.meet, by="noor", trajectory=one)) for one in his]
        told = [
            office.alone(partial(agreeing.went, by="noor", appointment=one, result="off_by_us"))
            for one in made
        ]
        rounds = (
            (
                partial(closing.close, by="noor", trajectory=one, reason="died"),
                partial(agreeing.went_otherwise, by="sem", outcome=outcome),
            )
            for one, outcome in zip(his, told, strict=True)
        )
        for one, (closed, back) in zip(his, in_rounds(office, rounds), strict=True):
            assert closed.made
            assert back.refused in ("", "NotNow")
            last = office.alone(partial(agreeing.last_written, trajectory=one))
            assert last == "trajectory.closed", "It was taken back after his guidance had ended."


class TestAnAppointment:
    def test_one_moves_it_while_another_tells_how_it_went(self, office: Office):
        made = met(office, "Yusuf")
        rounds = (
            (
                partial(agreeing.put_off, by="noor", appointment=one),
                partial(agreeing.went, by="sem", appointment=one),
            )
            for one in made
        )
        for one, outcomes in zip(made, in_rounds(office, rounds), strict=True):
            late = refused(outcomes).sentence
            assert late == (WENT_ALREADY if outcomes[0].refused else TO_COME)
            went = ["made"] if outcomes[0].refused else []
            assert stands(office, one) == [True, went, len(went)]

    def test_one_says_it_was_never_agreed_while_another_tells_how_it_went(self, office: Office):
        made = met(office, "Daan")
        rounds = (
            (
                partial(agreeing.never_agreed, by="noor", appointment=one),
                partial(agreeing.went, by="sem", appointment=one),
            )
            for one in made
        )
        for one, outcomes in zip(made, in_rounds(office, rounds), strict=True):
            late = refused(outcomes).sentence
            assert late == (WENT_ALREADY if outcomes[0].refused else GONE)
            assert stands(office, one) == ([True, ["made"], 1] if outcomes[0].refused else [False, [], 0])

    def test_one_form_sent_twice_is_one_appointment(self, office: Office):
        rounds = (
            (partial(agreeing.meet, by="noor", trajectory=one, submission=str(uuid.uuid4())),) * 2
            for one in guided(office, "Finn")
        )
        for first, second in in_rounds(office, rounds):
            assert first.made == second.made
