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
    """The verdict on a term, when it was due by what was known, and when it was done."""

    verdict: Verdict
    due: date | None
    done_on: date | None = None


@dataclass(frozen=True)
class SoFar:
    """What held of a term at the end of the day before, and what was written of it last; None is never judged.

    The two differ when somebody said that day that it was done.
    """

    before: JudgedTerm | None = None
    last: JudgedTerm | None = None


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


def judged(term: Term, handled: Handled | None, *, before: JudgedTerm | None, on: date) -> JudgedTerm | None:
    """What holds of it at the end of that day, by what held at the end of the day before; None is not judged.

    What was done or not needed is settled when that day ends: a day that moves afterwards makes nobody late.
    """
    done = done_on(term, handled, on=on)
    if before and _settled(before, handled, done):
        return before
    found = verdict(term, handled, on=on)
    if found is None:
        return None
    return JudgedTerm(found, term.due, None if found is Verdict.EXEMPT else done)


def to_write(term: Term, handled: Handled | None, *, so_far: SoFar, on: date) -> JudgedTerm | None:
    """What is to be written of it that day; None when what was written last says it already.

    It follows from what was known that day and from the day before, never from what was written in the course of it.
    What was judged and is not due any more (its day moved, or somebody took back what he said) is open again.
    """
    now = judged(term, handled, before=so_far.before, on=on)
    if now is None and so_far.last and so_far.last.verdict is not Verdict.OPEN:
        return JudgedTerm(Verdict.OPEN, term.due)
    return None if now == so_far.last else now


def _not_done(term: Term) -> Verdict:
    not_told = term.depends_on or term.rule.tone is Tone.EXPECTED
    return Verdict.UNKNOWN if not_told else Verdict.MISSED


def _not_needed(handled: Handled | None) -> bool:
    return handled is not None and handled.kind is HandlingKind.NOT_NEEDED


def _settled(before: JudgedTerm, handled: Handled | None, done: date | None) -> bool:
    if _not_needed(handled):
        return before.verdict is Verdict.EXEMPT
    return before.done_on is not None and before.done_on == done
