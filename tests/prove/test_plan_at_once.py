"""Noor and Sem write in his plan at the same moment: one wins or both are kept, and the journal tells all of it."""

import uuid
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from regie.base.facts import CORRECTED_MEANWHILE
from tests.prove import acts, looking, planning, telling
from tests.prove.office import Asked, Office, Outcome, in_rounds

pytestmark = pytest.mark.prove

ROUNDS = 12


@pytest.fixture(scope="module", autouse=True)
def both_work_for_him(office: Office) -> None:
    office.alone(partial(telling.stand_in, by="noor", whom="sem"))


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


@pytest.fixture(scope="module")
def his(office: Office) -> int:
    trajectory: int = office.alone(partial(acts.guide, by="noor", name="Jayden"))
    return trajectory


def ask(office: Office, act: Any, **given: Any) -> Any:
    return office.alone(partial(act, **given))


def both(act: Any, **given: Any) -> tuple[Asked, Asked]:
    """Noor and Sem do the same."""
    return partial(act, by="noor", **given), partial(act, by="sem", **given)


def refused(outcomes: list[Outcome]) -> tuple[str, str]:
    """How the one who was too late was refused, and what he read; fails unless it was one of the two."""
    (loser,) = [one for one in outcomes if one.refused]
    return loser.refused, loser.sentence


def goals_and_steps(office: Office, trajectory: int) -> list[list[int]]:
    return [ask(office, planning.set_goal, by="noor", trajectory=trajectory) for _ in range(ROUNDS)]


class TestAGoal:
    def test_two_tell_the_same_result_and_it_is_told_once(self, office: Office, his: int):
        made = goals_and_steps(office, his)
        rounds = (both(planning.end_goal, goal=goal) for goal, _ in made)
        for (goal, _), (first, second) in zip(made, in_rounds(office, rounds), strict=True):
            assert first.made == second.made
            assert ask(office, planning.results, goal=goal) == ["Het is gelukt."]

    def test_two_tell_another_result_and_one_hears_of_it(self, office: Office, his: int):
        made = goals_and_steps(office, his)
        rounds = (
            (
                partial(planning.end_goal, by="noor", goal=goal, words="Hij woont er."),
                partial(planning.end_goal, by="sem", goal=goal, words="Hij heeft de sleutel."),
            )
            for goal, _ in made
        )
        for (goal, _), outcomes in zip(made, in_rounds(office, rounds), strict=True):
            assert refused(outcomes)[0] == "NotNow"
            said = ["Hij heeft de sleutel." if outcomes[0].refused else "Hij woont er."]
            assert ask(office, planning.results, goal=goal) == said

    def test_one_says_that_it_was_so_after_all_while_another_tells_it_anew(self, office: Office, his: int):
        taken_back = []
        for goal, _ in goals_and_steps(office, his):
            result = ask(office, planning.end_goal, by="noor", goal=goal)
            fact = ask(office, planning.withdraw, by="noor", kind="GoalResult", fact=result)
            taken_back.append((goal, fact))
        rounds = (
            (
                partial(planning.tell_again, by="noor", result=fact, words="Toch gelukt."),
                partial(planning.end_goal, by="sem", goal=goal, words="Nu gelukt."),
            )
            for goal, fact in taken_back
        )
        for (goal, _), outcomes in zip(taken_back, in_rounds(office, rounds), strict=True):
            assert refused(outcomes)[0] == "NotNow"
            assert len(ask(office, planning.results, goal=goal)) == 1

    def test_two_tell_it_better_and_the_second_is_told(self, office: Office, his: int):
        made = goals_and_steps(office, his)
        rounds = (
            (
                partial(planning.correct_goal, by="noor", goal=goal, words="Een huis."),
                partial(planning.correct_goal, by="sem", goal=goal, words="Een kamer."),
            )
            for goal, _ in made
        )
        for outcomes in in_rounds(office, rounds):
            assert refused(outcomes) == ("NotNow", CORRECTED_MEANWHILE)


class TestAStep:
    def test_two_mark_it_done_and_it_is_told_once(self, office: Office, his: int):
        made = goals_and_steps(office, his)
        rounds = (both(planning.mark, step=step) for _, step in made)
        for (_, step), (first, second) in zip(made, in_rounds(office, rounds), strict=True):
            assert first.made == second.made
            assert ask(office, planning.marks, step=step) == ["done"]

    def test_one_marks_it_done_while_another_tells_why_not_yet(self, office: Office, his: int):
        made = goals_and_steps(office, his)
        rounds = (
            (
                partial(planning.mark, by="noor", step=step),
                partial(planning.mark, by="sem", step=step, state="held", words="Er is een wachtlijst."),
            )
            for _, step in made
        )
        for (_, step), (done, held) in zip(made, in_rounds(office, rounds), strict=True):
            assert done.made
            assert held.refused in ("", "NotNow")  # what is done cannot be held up any more
            stands = ["done"] if held.refused else ["done", "held"]
            assert ask(office, planning.marks, step=step) == stands


class TestADebt:
    def test_two_tell_the_same_reading_and_it_is_told_once(self, office: Office):
        his = ask(office, acts.guide, by="noor", name="Milan")
        debt, _ = ask(office, planning.owe, by="noor", trajectory=his, creditor="Bank")
        rounds = (both(planning.read_debt, debt=debt, amount=f"{nth + 200}") for nth in range(ROUNDS))
        for nth, (first, second) in enumerate(in_rounds(office, rounds), start=2):
            assert first.made == second.made
            assert ask(office, planning.debts_stand, trajectory=his) == ["told", 1, nth, 0]

    def test_two_readings_are_both_kept(self, office: Office):
        his = ask(office, acts.guide, by="noor", name="Yusuf")
        debt, _ = ask(office, planning.owe, by="noor", trajectory=his, creditor="Bank")
        rounds = (
            tuple(partial(planning.read_debt, by="noor", debt=debt, amount=f"{nth}{end}") for end in "12")
            for nth in range(1, ROUNDS + 1)
        )
        for nth, (first, second) in enumerate(in_rounds(office, rounds), start=1):
            assert first.made != second.made
            assert ask(office, planning.debts_stand, trajectory=his) == ["told", 1, 1 + 2 * nth, 0]

    @pytest.mark.parametrize("late", ["read_debt", "correct_reading"])
    def test_a_reading_never_stands_of_a_debt_that_is_taken_back(self, office: Office, late: str):
        his = ask(office, acts.guide, by="noor", name=f"Ali {late}")
        made = [
            ask(office, planning.owe, by="noor", trajectory=his, creditor=f"{nth}") for nth in range(ROUNDS)
        ]
        rounds = (
            (
                partial(planning.withdraw, by="noor", kind="Debt", fact=debt),
                partial(planning.read_debt, by="sem", debt=debt, amount="7")
                if late == "read_debt"
                else partial(planning.correct_reading, by="sem", reading=reading),
            )
            for debt, reading in made
        )
        for withdrawn, told in in_rounds(office, rounds):
            assert {withdrawn.refused, told.refused} <= {"", "NotNow"}
            assert not (withdrawn.refused and told.refused)
            _, owed, readings, _ = ask(office, planning.debts_stand, trajectory=his)
            assert owed == readings, "A reading without its debt, or a debt without its reading."

    def test_two_tell_that_he_has_none_and_it_is_told_once(self, office: Office):
        for_each = [ask(office, acts.guide, by="noor", name=f"Bas {nth}") for nth in range(ROUNDS)]
        rounds = (both(planning.owe_nothing, trajectory=one) for one in for_each)
        for one, (first, second) in zip(for_each, in_rounds(office, rounds), strict=True):
            assert first.made == second.made
            assert ask(office, planning.debts_stand, trajectory=one) == ["none", 0, 0, 1]

    def test_that_he_has_none_beside_a_new_one(self, office: Office):
        for_each = [ask(office, acts.guide, by="noor", name=f"Kai {nth}") for nth in range(ROUNDS)]
        rounds = (
            (
                partial(planning.owe, by="noor", trajectory=one, creditor="Bank"),
                partial(planning.owe_nothing, by="sem", trajectory=one),
            )
            for one in for_each
        )
        for one, (owed, none) in zip(for_each, in_rounds(office, rounds), strict=True):
            assert owed.made
            assert none.refused in ("", "NotNow")
            # Whichever came first: one debt is open, so nobody reads that he has none.
            assert ask(office, planning.debts_stand, trajectory=one) == ["told", 1, 1, int(not none.refused)]

    def test_that_he_has_none_while_the_last_one_ends(self, office: Office):
        made = []
        for nth in range(ROUNDS):
            one = ask(office, acts.guide, by="noor", name=f"Tim {nth}")
            made.append((one, ask(office, planning.owe, by="noor", trajectory=one, creditor="Bank")[0]))
        rounds = (
            (
                partial(planning.end_debt, by="noor", debt=debt),
                partial(planning.owe_nothing, by="sem", trajectory=one),
            )
            for one, debt in made
        )
        for (one, _), (ended, none) in zip(made, in_rounds(office, rounds), strict=True):
            assert ended.made
            assert none.refused in ("", "NotNow")
            known = ["told", 1, 2, 0] if none.refused else ["none", 1, 2, 1]
            assert ask(office, planning.debts_stand, trajectory=one) == known


class TestAnAgreement:
    def test_two_agree_and_the_second_reads_what_was_agreed(self, office: Office):
        his = ask(office, acts.guide, by="noor", name="Omar")
        rounds = (
            (
                partial(planning.agree, by="noor", trajectory=his, again=f"Noor {nth}"),
                partial(planning.agree, by="sem", trajectory=his, again=f"Sem {nth}"),
            )
            for nth in range(ROUNDS)
        )
        for nth, outcomes in enumerate(in_rounds(office, rounds), start=1):
            assert refused(outcomes)[0] == "NotNow"
            assert ("Sem" if outcomes[0].refused else "Noor") in refused(outcomes)[1]
            assert ask(office, planning.agreed, trajectory=his) == [1] * nth

    def test_one_form_sent_twice_is_one_agreement(self, office: Office):
        his = ask(office, acts.guide, by="noor", name="Daan")
        rounds = (
            (partial(planning.agree, by="noor", trajectory=his, submission=str(uuid.uuid4())),) * 2
            for _ in range(ROUNDS)
        )
        for nth, (first, second) in enumerate(in_rounds(office, rounds), start=1):
            assert first.made == second.made
            assert ask(office, planning.agreed, trajectory=his) == [1] * nth


def test_two_take_over_the_same_and_it_is_told_once(office: Office):
    his = ask(office, acts.guide, by="noor", name="Finn")
    sign = partial(planning.authorise, by="noor", trajectory=his)
    signed = (office.alone(partial(sign, party=f"{nth}")) for nth in range(ROUNDS))
    rounds = (both(planning.take_over, authorisation=one) for one in signed)
    for nth, (first, second) in enumerate(in_rounds(office, rounds), start=1):
        assert first.made == second.made
        assert ask(office, planning.mandates, trajectory=his) == ["holds"] * nth


def test_something_is_taken_over_while_its_authorisation_is_taken_back(office: Office):
    his = ask(office, acts.guide, by="noor", name="Bram")
    signed = (ask(office, planning.authorise, by="noor", trajectory=his) for _ in range(ROUNDS))
    rounds = (
        (
            partial(planning.take_over, by="noor", authorisation=one),
            partial(planning.withdraw, by="sem", kind="Authorisation", fact=one),
        )
        for one in signed
    )
    for nth, (taken, back) in enumerate(in_rounds(office, rounds), start=1):
        assert taken.made
        assert back.made
        # Both are kept, and the page says above all else that there is no leave for it.
        assert ask(office, planning.mandates, trajectory=his) == ["gone"] * nth


class TestAPaper:
    def files(self, office: Office) -> None:
        """What papers tell of lies in a vault, and nothing else does."""
        looks = [one.made for one in office.at_once(*(partial(planning.papers_told),) * 2)]
        assert sorted(looks[0][1] + looks[1][1]) == looks[0][0]

    def test_two_keep_the_last_one_that_fits(self, office: Office):
        for_each = [ask(office, acts.guide, by="noor", name=f"Sam {nth}") for nth in range(ROUNDS)]
        rounds = (
            tuple(
                partial(planning.keep_paper, by=by, trajectory=one, content=by, most=1)
                for by in ("noor", "sem")
            )
            for one in for_each
        )
        for outcomes in in_rounds(office, rounds):
            assert refused(outcomes)[0] == "NotValid"
            assert refused(outcomes)[1].startswith("Er staan al 1 papieren.")
        self.files(office)

    def test_two_keep_the_same_one(self, office: Office, his: int):
        rounds = (both(planning.keep_paper, trajectory=his, content=f"brief {nth}") for nth in range(ROUNDS))
        for nth, outcomes in enumerate(in_rounds(office, rounds)):
            assert refused(outcomes) == ("NotValid", f"Dit bestand staat er al: brief {nth}.")
        self.files(office)

    def test_one_form_sent_twice_is_one_paper(self, office: Office, his: int):
        keep = partial(planning.keep_paper, by="noor", trajectory=his)
        rounds = (
            (partial(keep, content=f"besluit {nth}", submission=str(uuid.uuid4())),) * 2
            for nth in range(ROUNDS)
        )
        for first, second in in_rounds(office, rounds):
            assert first.made == second.made
        self.files(office)
