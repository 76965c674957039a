"""A municipality against the nation: below, not to be told apart, above, or unknown, by one stated test."""

from dataclasses import dataclass

from regie.figures.enums import ComparedBy, Comparison
from regie.figures.rules.intervals import Estimate, rate_ratio


@dataclass(frozen=True)
class Counted:
    """How often it happened, of how many people or years."""

    number: int
    of: float


@dataclass(frozen=True)
class Compared:
    """The answer, the test that gave it, and how many times the other rate ours is where that can be said."""

    answer: Comparison
    by: ComparedBy
    ratio: Estimate | None = None


UNKNOWN = Compared(Comparison.UNKNOWN, ComparedBy.NOTHING)


def compared_with_rest(ours: Counted | None, whole: Counted | None) -> Compared:
    """Ours against all the others of a whole that holds ours too, such as the nation; exact, 95 %.

    Below the others is below the whole. Raises ValueError when the whole does not hold ours.
    """
    if ours is None or whole is None:
        return UNKNOWN
    if whole.number < ours.number or whole.of < ours.of:
        raise ValueError(f"{ours} is no part of {whole}.")
    return compared(ours, Counted(whole.number - ours.number, whole.of - ours.of))


def compared(ours: Counted | None, theirs: Counted | None) -> Compared:
    """Ours against another that shares nobody with it: by the exact 95 % interval of the ratio of both rates."""
    if ours is None or theirs is None:
        return UNKNOWN
    ratio = rate_ratio(ours.number, ours.of, theirs.number, theirs.of)
    if ratio is None:
        return UNKNOWN
    return Compared(_answer(ratio, low=1, high=1), ComparedBy.RATIO, ratio)


def compared_as_published(ours: Estimate | None, theirs: Estimate | None) -> Compared:
    """Two values of one unit without counts: told apart when their own 95 % intervals do not touch.

    It asks more than 95 %: a small difference that is there may go unseen, seldom the other way round.
    """
    if ours is None or theirs is None:
        return UNKNOWN
    return Compared(_answer(ours, low=theirs.low, high=theirs.high), ComparedBy.OVERLAP)


def _answer(ours: Estimate, *, low: float, high: float) -> Comparison:
    if ours.high < low:
        return Comparison.BELOW
    if ours.low > high:
        return Comparison.ABOVE
    return Comparison.ALIKE
