"""Two browsers at one link at the same moment, each at a server of its own: one answer counts, and guessing is counted."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from regie.requests.rules import MOST_WRONG
from tests.prove import acts, linking, looking, requesting
from tests.prove.office import Office, in_rounds, overlap

pytestmark = pytest.mark.prove

ROUNDS = 8
WRONG, GUESSERS, EACH = "BBBB-BBBB", 4, 3
GUESSED = 3  # links: of more, all who guess from one place must wait
DONE, CLOSED = "/partner/vraag-beantwoord/", "Deze link werkt niet"
Opened = dict[str, str]


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


def made(office: Office, name: str) -> tuple[int, str, str]:
    """Something that is asked, with the token and the code of its link."""
    his = office.alone(partial(acts.guide, by="noor", name=name))
    asked = office.alone(partial(requesting.ask_a_partner, by="noor", trajectory=his))
    token, code = office.alone(partial(linking.make_a_link, by="noor", request=asked))
    return asked, token, code


def opened(office: Office, token: str, code: str) -> Opened:
    """A browser in which the code was typed."""
    session, sent = office.alone(partial(linking.open_in_a_browser, token=token, code=code))
    return {"token": token, "session": session, "sent": sent}


def stands(office: Office, asked: int) -> list[Any]:
    found: list[Any] = office.alone(partial(requesting.how_request_stands, request=asked))
    return found


def test_of_two_browsers_one_answers_and_the_other_reads_that_the_link_works_no_more(office: Office):
    all_made = [made(office, f"Kai {nth}") for nth in range(ROUNDS)]
    rounds = (
        (
            partial(linking.answer_with_a_link, **opened(office, token, code), kind="accepted"),
            partial(
                linking.answer_with_a_link, **opened(office, token, code), kind="declined", words="Geen plek."
            ),
        )
        for _, token, code in all_made
    )
    for (asked, token, _), outcomes in zip(all_made, in_rounds(office, rounds), strict=True):
        told = [one.made for one in outcomes]
        first = next(nth for nth in range(2) if told[nth] == [302, DONE])
        status, said = told[1 - first]
        assert (status, CLOSED in said) == (404, True)
        assert ("Geen plek." in said) is (first == 0)  # what he typed he keeps
        assert stands(office, asked) == [True, ["accepted", "declined"][first : first + 1]]
        assert office.alone(partial(linking.steps_of, token=token)).count("answered") == 1


def test_who_presses_twice_answers_once_and_reads_so_both_times(office: Office):
    all_made = [made(office, f"Milan {nth}") for nth in range(ROUNDS)]
    rounds = (
        (partial(linking.answer_with_a_link, **told, kind="done", words="Klaar."),) * 2
        for told in (opened(office, token, code) for _, token, code in all_made)
    )
    for (asked, _, _), outcomes in zip(all_made, in_rounds(office, rounds), strict=True):
        assert [one.made for one in outcomes] == [[302, DONE]] * 2
        assert stands(office, asked) == [True, ["done"]]


def test_one_answers_while_it_is_revoked(office: Office):
    all_made = [made(office, f"Daan {nth}") for nth in range(ROUNDS)]
    rounds = (
        (
            partial(linking.answer_with_a_link, **opened(office, token, code), kind="accepted"),
            partial(linking.revoke_a_link, by="noor", token=token),
        )
        for _, token, code in all_made
    )
    for (asked, _, _), (answered, revoked) in zip(all_made, in_rounds(office, rounds), strict=True):
        if revoked.refused:
            assert (revoked.refused, answered.made) == ("NotNow", [302, DONE])
            assert stands(office, asked) == [True, ["accepted"]]
        else:
            assert answered.made[0] == 404
            assert stands(office, asked) == [True, []]


def test_one_answers_while_noor_types_another_answer(office: Office):
    all_made = [made(office, f"Sam {nth}") for nth in range(ROUNDS)]
    rounds = (
        (
            partial(linking.answer_with_a_link, **opened(office, token, code), kind="accepted"),
            partial(requesting.partner_says, by="noor", request=asked, kind="declined", words="Vol."),
        )
        for asked, token, code in all_made
    )
    for (asked, _, _), (answered, typed) in zip(all_made, in_rounds(office, rounds), strict=True):
        if typed.refused:
            assert typed.sentence.startswith("Er is intussen al geantwoord: de partner doet het.")
            assert answered.made == [302, DONE]
        else:
            assert answered.made[0] == 404
        assert stands(office, asked) == [True, ["accepted" if typed.refused else "declined"]]


def test_who_guesses_in_parallel_has_no_more_tries(office: Office):
    for nth in range(GUESSED):
        _, token, code = made(office, f"Lars {nth}")
        guess = partial(linking.type_codes, token=token, codes=[WRONG] * EACH)
        outcomes = office.at_once(*[guess] * GUESSERS)
        assert overlap(outcomes)
        told = [page for one in outcomes for page in one.made]
        wrong = [said for status, said in told if status == 200]
        assert len(wrong) == MOST_WRONG - 1  # the fifth is the page of a link that does not work
        assert all("Deze code klopt niet." in said for said in wrong)
        right = office.alone(partial(linking.type_codes, token=token, codes=[code]))
        assert all(status == 404 and CLOSED in said for status, said in [*right, *told] if status != 200)
        assert office.alone(partial(linking.steps_of, token=token)) == ["wrong_code"] * MOST_WRONG + [
            "closed"
        ]
