"""Several officers at the same moment, each in a process of his own: one wins, nothing is lost or made twice."""

import uuid
from collections.abc import Iterator
from itertools import count, islice
from typing import Any

import pytest
from stdnum.nl import bsn as elfproef

from tests.prove.scratch import Environment
from tests.prove.workers import Worker, at_once, crew

pytestmark = pytest.mark.prove
ROUNDS = 20


@pytest.fixture
def two(database: Environment) -> Iterator[list[Worker]]:
    """Two processes."""
    with crew(database, 2) as workers:
        yield workers


def one_made(answers: list[Any], *, refused: str) -> tuple[int, str]:
    """Who made it and what the other was told; fails unless exactly one was refused, in the way that is meant."""
    assert [answer for answer in answers if "broke" in answer] == [], "It broke instead of being refused."
    (winner,) = [place for place, answer in enumerate(answers) if "made" in answer]
    loser = answers[1 - winner]
    assert loser["refused"] == refused, loser
    return winner, loser["sentence"]


def nothing_is_half(worker: Worker) -> Any:
    found = worker.ask("finding")
    assert found["flaws"] == []
    assert found["halves"] == []
    assert found["open and guided"] == [], "Somebody who is guided stands among the open referrals."
    return found


def test_two_officers_accept(two: list[Worker]):
    names = ["Noor", "Sem"]
    for number in range(ROUNDS):
        referral = two[0].ask("register", who="Noor", name=f"Jayden {number}")["made"]
        answers = at_once(two, [{"what": "accept", "who": name, "referral": referral} for name in names])
        winner, sentence = one_made(answers, refused="NotNow")
        assert sentence == f"{names[winner]} heeft deze aanmelding al aangenomen."
    assert len(nothing_is_half(two[0])["trajectory"]) == ROUNDS


@pytest.mark.parametrize("what", ["register", "log"])
def test_one_form_sent_twice_makes_one_record(two: list[Worker], what: str):
    guided = two[0].ask("register", who="Noor")["made"]
    two[0].ask("accept", who="Noor", referral=guided)
    before = nothing_is_half(two[0])
    details: dict[str, Any] = {"referral": guided} if what == "log" else {"name": "Milan"}
    for _ in range(ROUNDS):
        order = {"what": what, "who": "Noor", "submission": str(uuid.uuid4()), **details}
        first, second = at_once(two, [order, order])
        assert first == second
        assert "made" in first
    after = nothing_is_half(two[0])
    kind = {"register": "referral", "log": "contact"}[what]
    assert len(after[kind]) == len(before[kind]) + ROUNDS


def test_two_officers_register_the_same_bsn(two: list[Worker]):
    for bsn in islice((f"{n}" for n in count(310_000_000) if elfproef.is_valid(f"{n}")), ROUNDS):
        orders = [{"what": "register", "who": who, "bsn": bsn} for who in ("Noor", "Sem")]
        _, sentence = one_made(at_once(two, orders), refused="NotValid")
        assert sentence == "Dit BSN staat al bij een jongere in uw gemeente."
    nothing_is_half(two[0])


@pytest.mark.parametrize("others", ["correct", "withdraw"])
def test_contact_is_corrected_twice(two: list[Worker], others: str):
    referral = two[0].ask("register", who="Noor")["made"]
    two[0].ask("accept", who="Noor", referral=referral)
    for _ in range(ROUNDS):
        contact = two[0].ask("log", who="Noor", referral=referral)["made"]
        first: dict[str, Any] = {"what": "correct", "who": "Noor", "contact": contact}
        second = first | {"words": "nog beter"} if others == "correct" else first | {"what": "withdraw"}
        one_made(at_once(two, [first, second]), refused="NotNow")
    nothing_is_half(two[0])


def test_a_referral_is_accepted_while_a_colleague_corrects_it(two: list[Worker]):
    for number in range(ROUNDS):
        referral = two[0].ask("register", who="Noor", name=f"Jayden {number}")["made"]
        answers = at_once(
            two,
            [
                {"what": "accept", "who": "Noor", "referral": referral},
                {"what": "correct_told", "who": "Sem", "referral": referral, "told": "Beter."},
            ],
        )
        assert not [answer for answer in answers if "broke" in answer], answers
        nothing_is_half(two[0])


def test_eight_write_into_one_chain(database: Environment):
    with crew(database, 8) as workers:
        referral = workers[0].ask("register", who="Noor")["made"]
        workers[0].ask("accept", who="Noor", referral=referral)
        before = nothing_is_half(workers[0])["entries"]
        order = {"what": "log_many", "who": "Noor", "referral": referral, "times": 50}
        answers = at_once(workers, [order] * 8)
        refs = {answer.get("made", f"{answer}") for made in answers for answer in made}
        after = nothing_is_half(workers[0])
    assert refs == set(after["contact"])
    assert len(refs) == 8 * 50 == after["entries"] - before
