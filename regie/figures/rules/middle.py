"""The median with an interval that supposes nothing of how values are spread."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from math import isnan
from statistics import median

from scipy.special import bdtr

from regie.figures.rules.intervals import CONFIDENCE


@dataclass(frozen=True)
class Median:
    """The middle of so many values; of too few the interval is unknown, and `coverage` says how sure it really is."""

    number: int
    value: float
    low: float | None
    high: float | None
    coverage: float | None


def median_of(values: Iterable[float], *, confidence: float = CONFIDENCE) -> Median | None:
    """The median between two of the values, by their rank (Thompson 1936), or None of no values.

    Raises ValueError for a value that is no number, and for a confidence outside 0 to 1.
    """
    if not 0 < confidence < 1:
        raise ValueError(f"{confidence} is no confidence between 0 and 1.")
    ordered = sorted(values)
    if any(map(isnan, ordered)):
        raise ValueError("A value that is not known has no rank: count it apart.")
    number, tail = len(ordered), (1 - confidence) / 2
    if not number:
        return None
    outside = bisect_right(range(number), tail, key=lambda below: _below(below, number))
    if not outside:
        return Median(number, float(median(ordered)), None, None, None)
    coverage = 1 - 2 * _below(outside - 1, number)
    return Median(
        number, float(median(ordered)), float(ordered[outside - 1]), float(ordered[-outside]), coverage
    )


def _below(most: int, number: int) -> float:
    """How likely it is that at most so many of them lie below the true middle."""
    return float(bdtr(most, number, 0.5))
