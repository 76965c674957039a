"""How sure a share is, and which counts are too small to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist


@dataclass(frozen=True)
class Share:
    """A part of a whole with its interval; all three between 0 and 1."""

    value: float
    low: float
    high: float


def share(part: int, whole: int, *, confidence: float = 0.95) -> Share | None:
    """A share with its Wilson score interval (Wilson 1927), or None of nothing.

    Raises ValueError when the part is no part of the whole.
    """
    if not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is not a part of a whole.")
    if whole == 0:
        return None
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    p, weight = part / whole, z * z / whole
    middle = (p + weight / 2) / (1 + weight)
    reach = z * sqrt(p * (1 - p) / whole + weight / (4 * whole)) / (1 + weight)
    return Share(p, min(p, max(0.0, middle - reach)), max(p, min(1.0, middle + reach)))


def without_small_cells(counts: Sequence[int], *, smallest: int) -> list[int | None]:
    """The counts with None for those from 1 up to `smallest`, exclusive (`Approach.smallest_shown`).

    When that hides exactly one, the smallest other count above zero is hidden too: else the total would give it away.
    """
    shown: list[int | None] = [None if 0 < count < smallest else count for count in counts]
    if shown.count(None) == 1:
        others = [(count, place) for place, count in enumerate(shown) if count]
        if others:
            shown[min(others)[1]] = None
    return shown
