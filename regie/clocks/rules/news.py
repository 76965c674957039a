"""What is new about a term to somebody who was told of it before, or never."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regie.clocks.enums import Change
from regie.clocks.rules.terms import Term


@dataclass(frozen=True)
class Heard:
    """By which day somebody was told that a term must be done; None is: he was told that it can be any day."""

    due: date | None


@dataclass(frozen=True)
class News:
    """What changed since he was told; `was` is the day he was told then."""

    change: Change
    was: date | None = None


def day_told(term: Term) -> date | None:
    """The day to act by as it is told; None when nobody knows the day."""
    return term.acts_by if term.due else None


def news(terms: Sequence[tuple[Term, Heard | None]]) -> News | None:
    """What is new of what is told in one breath, each with what was told of it before; sooner calls louder than later.

    One that is new among others that were told is not news by itself: its line was told.
    """
    heard = [(day_told(term), before) for term, before in terms if before]
    if not heard:
        return News(Change.NEW)
    moved = [(now, before.due) for now, before in heard if now != before.due]
    sooner = [was for now, was in moved if was and (now is None or now < was)]
    if sooner:
        return News(Change.EARLIER, min(sooner))
    return News(Change.LATER, moved[0][1]) if moved else None
