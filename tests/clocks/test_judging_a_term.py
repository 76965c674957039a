"""What came of a term at the end of a day, from plain facts: in time, too late, not needed, or nobody can say."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest

from regie.approach.enums import Anchor, Situation, Tone, Unit
from regie.approach.rules import Counting, Length
from regie.clocks.enums import HandlingKind, Verdict
from regie.clocks.rules import Handled, JudgedTerm, SoFar, Term, Told, reckon, to_write, verdict
from tests.clocks.terms import facts, rule

IN = date(2026, 11, 2)
DAY = timedelta(days=1)
DUE = IN + timedelta(weeks=4)
DONE, NOT_NEEDED, PUT_OFF = HandlingKind.DONE, HandlingKind.NOT_NEEDED, HandlingKind.PUT_OFF


def term(on: date = DUE, told: dict[str, Any] | None = None, **changes: Any) -> Term:
    """Four weeks after he came in, unless told otherwise."""
    known = facts(**({"day_one": IN} | (told or {})))
    return reckon([rule(**changes)], known, on=on).terms[-1]


def said(kind: HandlingKind, on: date, until: date | None = None) -> Handled:
    """What an officer said of it, that day."""
    return Handled(kind, on, until, "Zo is het.", "Noor", uuid.uuid4())


class TestInTime:
    @pytest.mark.parametrize("early", [0, 1, 20])
    def test_done_by_its_day(self, early: int):
        done = said(DONE, DUE - early * DAY)
        assert verdict(term(), done, on=DUE) is Verdict.MET

    def test_also_before_its_day_comes(self):
        assert verdict(term(IN), said(DONE, IN), on=IN) is Verdict.MET

    def test_told_long_afterwards(self):
        assert verdict(term(DUE + 40 * DAY), said(DONE, DUE), on=DUE + 40 * DAY) is Verdict.MET

    def test_by_a_fact(self):
        done = term(done_by=Anchor.FIRST_CONTACT, told={"first_contact": DUE})
        assert verdict(done, None, on=DUE) is Verdict.MET

    def test_by_the_first_of_a_fact_and_what_was_said(self):
        late = term(DUE + DAY, done_by=Anchor.FIRST_CONTACT, told={"first_contact": DUE + DAY})
        assert verdict(late, said(DONE, DUE), on=DUE + DAY) is Verdict.MET

    def test_done_while_nobody_knew_a_day(self):
        open_ended = term(told={"day_one": Told(None, "a", "Elke dag", earliest=DUE)})
        assert open_ended.due is None
        assert verdict(open_ended, said(DONE, DUE), on=DUE) is Verdict.MET

    def test_the_term_of_another_of_which_somebody_told_that_it_was_done(self):
        assert verdict(term(tone=Tone.EXPECTED), said(DONE, DUE), on=DUE) is Verdict.MET


class TestTooLate:
    def test_at_the_end_of_its_day_and_not_before(self):
        days = (DUE - DAY, DUE, DUE + DAY)
        assert [verdict(term(on), None, on=on) for on in days] == [None, Verdict.MISSED, Verdict.MISSED]

    def test_done_after_its_day(self):
        assert verdict(term(DUE + DAY), said(DONE, DUE + DAY), on=DUE + DAY) is Verdict.MISSED
        assert verdict(term(tone=Tone.EXPECTED), said(DONE, DUE + DAY), on=DUE + DAY) is Verdict.MISSED

    def test_putting_it_off_moves_no_day(self):
        put_off = said(PUT_OFF, DUE - DAY, until=DUE + 9 * DAY)
        assert verdict(term(), put_off, on=DUE) is Verdict.MISSED
        assert verdict(term(DUE - DAY), put_off, on=DUE - DAY) is None

    def test_a_fact_that_is_still_to_come_does_nothing(self):
        planned = term(done_by=Anchor.RELEASE, told={"release": DUE + 5 * DAY})
        assert planned.done_on == DUE + 5 * DAY
        assert verdict(planned, None, on=DUE) is Verdict.MISSED
        sooner = term(IN, done_by=Anchor.RELEASE, told={"release": DUE - DAY})
        assert verdict(sooner, None, on=IN) is None

    def test_never_by_the_day_on_which_he_might_have_come_out_sooner(self):
        out = date(2027, 3, 1)
        ready = term(
            counting=Counting(Anchor.RELEASE, Length(1, Unit.WEEKS), before=True),
            told={"release": Told(out, "a", "Vrijlating", earliest=out - 14 * DAY)},
        )  # fmt: skip
        assert (ready.earliest, ready.due) == (out - 21 * DAY, out - 7 * DAY)
        assert verdict(ready, None, on=out - 8 * DAY) is None
        assert verdict(ready, said(DONE, out - 7 * DAY), on=out - 7 * DAY) is Verdict.MET

    def test_what_comes_again_is_judged_at_the_end_of_its_own_day(self):
        every = {"every": Length(4, Unit.WEEKS)}
        keys, came = [], []
        for on in (DUE - DAY, DUE, DUE + DAY, DUE + 28 * DAY):
            turn = term(on, **every)
            keys.append(turn.key[1])
            came.append(verdict(turn, None, on=on))
        assert keys == ["day_one~0", "day_one~0", "day_one~1", "day_one~1"]
        assert came == [None, Verdict.MISSED, None, Verdict.MISSED]


class TestNotNeeded:
    @pytest.mark.parametrize("on", [IN, DUE, DUE + 9 * DAY])
    def test_whenever_it_was_said(self, on: date):
        assert verdict(term(on), said(NOT_NEEDED, on), on=on) is Verdict.EXEMPT

    def test_also_when_nobody_knows_a_day(self):
        open_ended = term(told={"day_one": Told(None, "a", "Elke dag", earliest=DUE)})
        assert verdict(open_ended, said(NOT_NEEDED, DUE), on=DUE) is Verdict.EXEMPT

    def test_also_when_it_was_done(self):
        done = term(done_by=Anchor.FIRST_CONTACT, told={"first_contact": IN})
        exempt = JudgedTerm(Verdict.EXEMPT, DUE)
        assert to_write(done, said(NOT_NEEDED, DUE), so_far=SoFar(), on=DUE) == exempt


class TestNobodyCanSay:
    @pytest.mark.parametrize("how", [{"only": (Situation.RENTS,)}, {"tone": Tone.EXPECTED}])
    def test_when_nobody_knows_whether_it_had_to_be_or_how_another_did(self, how: dict[str, Any]):
        assert verdict(term(**how), None, on=DUE) is Verdict.UNKNOWN
        assert verdict(term(DUE - DAY, **how), None, on=DUE - DAY) is None

    def test_but_it_is_asked_by_now_of_who_did_it(self):
        assert verdict(term(only=(Situation.RENTS,)), said(DONE, DUE), on=DUE) is Verdict.MET


class TestNothingToSay:
    def test_that_he_may_leave_early_is_nobodys_duty(self):
        assert verdict(term(opens=True), None, on=DUE) is None
        assert verdict(term(opens=True), said(NOT_NEEDED, DUE), on=DUE) is None

    def test_while_nobody_knows_a_day(self):
        open_ended = term(told={"day_one": Told(None, "a", "Elke dag", earliest=IN)})
        assert verdict(open_ended, None, on=DUE) is None


class TestWhatIsWritten:
    MISSED = JudgedTerm(Verdict.MISSED, DUE)
    MET = JudgedTerm(Verdict.MET, DUE, IN)
    EXEMPT = JudgedTerm(Verdict.EXEMPT, DUE)

    def test_the_first_time_and_then_no_more(self):
        assert written(term(), None) == self.MISSED
        assert written(term(DUE + DAY), None, self.MISSED, on=DUE + DAY) is None

    def test_again_when_its_day_moved(self):
        moved = term(DUE + DAY)._replace(due=DUE - DAY)
        assert written(moved, None, self.MISSED, on=DUE + DAY) == JudgedTerm(Verdict.MISSED, DUE - DAY)

    def test_again_when_it_was_done_after_all(self):
        done = JudgedTerm(Verdict.MISSED, DUE, DUE + DAY)
        assert written(term(DUE + DAY), said(DONE, DUE + DAY), self.MISSED, on=DUE + DAY) == done

    def test_what_was_done_is_settled_when_that_day_ends(self):
        moved = term(IN)._replace(due=IN - DAY)
        late = JudgedTerm(Verdict.MISSED, IN - DAY, IN)
        assert to_write(moved, said(DONE, IN), so_far=SoFar(None, self.MET), on=IN) == late
        assert written(moved, said(DONE, IN), self.MET, on=IN + DAY) is None

    def test_unless_it_was_done_on_another_day(self):
        moved = term(IN)._replace(due=IN - DAY)
        sooner = JudgedTerm(Verdict.MET, IN - DAY, IN - 2 * DAY)
        assert written(moved, said(DONE, IN - 2 * DAY), self.MET, on=IN + DAY) == sooner

    def test_what_is_not_needed_is_settled_too(self):
        moved = term(IN)._replace(due=DUE + DAY)
        exempt = JudgedTerm(Verdict.EXEMPT, DUE + DAY)
        assert to_write(moved, said(NOT_NEEDED, IN), so_far=SoFar(None, self.EXEMPT), on=IN) == exempt
        assert written(moved, said(NOT_NEEDED, IN), self.EXEMPT, on=IN + DAY) is None

    def test_not_needed_after_it_was_done_is_news(self):
        assert written(term(), said(NOT_NEEDED, DUE), self.MET) == JudgedTerm(Verdict.EXEMPT, DUE)

    @pytest.mark.parametrize("last", [MET, EXEMPT])
    def test_what_was_taken_back_before_its_day_is_open_again_once(self, last: JudgedTerm):
        opened = JudgedTerm(Verdict.OPEN, DUE)
        assert written(term(IN + DAY), None, last, on=IN + DAY) == opened
        assert written(term(IN + 2 * DAY)._replace(due=DUE + DAY), None, opened, on=IN + 2 * DAY) is None

    def test_also_when_it_was_done_and_taken_back_on_one_day(self):
        assert to_write(term(IN), None, so_far=SoFar(None, self.MET), on=IN) == JudgedTerm(Verdict.OPEN, DUE)
        again = to_write(term(IN), None, so_far=SoFar(self.EXEMPT, self.MET), on=IN)
        assert again == JudgedTerm(Verdict.OPEN, DUE)

    def test_a_day_that_moved_ahead_opens_it_too(self):
        moved = term(DUE + DAY)._replace(due=DUE + 9 * DAY)
        assert written(moved, None, self.MISSED, on=DUE + DAY) == JudgedTerm(Verdict.OPEN, DUE + 9 * DAY)
        assert written(moved, None, on=DUE + DAY) is None

    def test_the_end_of_the_day_says_again_what_held_before_it(self):
        """Done anew, on a day that it was known to be done already: what was settled stays so."""
        anew = JudgedTerm(Verdict.MISSED, IN - DAY, IN)
        moved = term(IN + DAY)._replace(due=IN - DAY)
        assert to_write(moved, said(DONE, IN), so_far=SoFar(self.MET, anew), on=IN + DAY) == self.MET


def written(
    one: Term, handled: Handled | None, before: JudgedTerm | None = None, *, on: date = DUE
) -> JudgedTerm | None:
    """What is written of a term of which nothing was written that day."""
    return to_write(one, handled, so_far=SoFar(before, before), on=on)
