"""What came of a term, by what was known at the end of a day.

It is judged by the day it is due, never by the earliest plausible one: that he might have come out sooner makes nobody
late. A term that comes again is judged at the end of its own day; the day after its next turn has begun. Putting a term
off changes nothing: its day stays.
"""

from dataclasses import dataclass
from datetime import date

from regie.approach.enums import Tone
from regie.clocks.enums import HandlingKind, Verdict
from regie.clocks.rules.handling import Handled
from regie.clocks.rules.terms import Term


@dataclass(frozen=True)
class JudgedTerm:
    """The verdict on a term at the end of the day `on`, when it was due by what was known, and when it was done."""

    verdict: Verdict
    due: date | None
    done_on: date | None
    on: date


def verdict(term: Term, handled: Handled | None, *, on: date) -> Verdict | None:
    """What came of it at the end of that day; None when there is nothing to say (yet).

    Met when it was done by its day, or while nobody knew a day. Missed when it was not, or later. Unknown when nobody
    knows whether it had to be, or how another did with a term of his. Exempt when it is not needed, also when that was
    said after its day: what never had to be was never late. That he may leave early (`opens`) is nobody's duty.
    """
    if term.rule.opens:
        return None
    if _not_needed(handled):
        return Verdict.EXEMPT
    done = done_on(term, handled, on=on)
    if done:
        return Verdict.MET if term.due is None or done <= term.due else Verdict.MISSED
    return _not_done(term) if term.due and term.due <= on else None


def done_on(term: Term, handled: Handled | None, *, on: date) -> date | None:
    """The first day on which it was done, by a fact or by what somebody said; a fact that is still to come is not."""
    said = handled.on if handled and handled.kind is HandlingKind.DONE else None
    return min((done for done in (term.done_on, said) if done and done <= on), default=None)


def judged(term: Term, handled: Handled | None, *, last: JudgedTerm | None, on: date) -> JudgedTerm | None:
    """What is to be written of that day; None when what was judged last, on or before it, says it already.

    When a term is not due any more (its day moved, or somebody took back what he said) it is open again. What was done
    or not needed is settled at the end of that day: a day that moves afterwards makes nobody late.
    """
    done = done_on(term, handled, on=on)
    if last and last.on < on and _settled(last, handled, done):
        return None
    found = verdict(term, handled, on=on)
    if found is None:
        again = last is not None and last.verdict is not Verdict.OPEN
        return JudgedTerm(Verdict.OPEN, term.due, None, on) if again else None
    now = JudgedTerm(found, term.due, None if found is Verdict.EXEMPT else done, on)
    same = last and (last.verdict, last.due, last.done_on) == (now.verdict, now.due, now.done_on)
    return None if same else now


def _not_done(term: Term) -> Verdict:
    not_told = term.depends_on or term.rule.tone is Tone.EXPECTED
    return Verdict.UNKNOWN if not_told else Verdict.MISSED


def _not_needed(handled: Handled | None) -> bool:
    return handled is not None and handled.kind is HandlingKind.NOT_NEEDED


def _settled(last: JudgedTerm, handled: Handled | None, done: date | None) -> bool:
    if _not_needed(handled):
        return last.verdict is Verdict.EXEMPT
    return last.done_on is not None and last.done_on == done
