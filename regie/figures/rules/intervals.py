"""Between which values a share, a count, a rate or a ratio may well lie. Which interval where, and why: ADR 58."""

from dataclasses import dataclass
from math import inf, isfinite, sqrt

from scipy.special import betainccinv, betaincinv, gammainccinv, gammaincinv, ndtri

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Estimate:
    """What was found with its interval; `high` is infinite when nothing bounds it, as a ratio to none at all.

    Raises ValueError when the value does not lie in its interval.
    """

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what would be compared wrongly; what is not known is None, never a hole in it."""
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value} does not lie between {self.low} and {self.high}.")


def share(part: int, whole: int, *, confidence: float = CONFIDENCE) -> Estimate | None:
    """A share with its Wilson score interval (Wilson 1927), or None of nothing.

    Raises ValueError when the part is no part of the whole.
    """
    _check_part(part, whole)
    if whole == 0:
        return None
    z = float(ndtri(1 - _tail(confidence)))
    p, weight = part / whole, z * z / whole
    reach = z * sqrt(p * (1 - p) / whole + weight / (4 * whole))
    high = (p + weight / 2 + reach) / (1 + weight)
    low = p * (p / high) / (1 + weight)  # the product of both roots: subtracting would lose a tiny share
    return Estimate(p, min(p, low), max(p, min(1.0, high)))


def exact_share(part: int, whole: int, *, confidence: float = CONFIDENCE) -> Estimate | None:
    """A share with its exact interval (Clopper and Pearson 1934), or None of nothing.

    Raises ValueError when the part is no part of the whole.
    """
    _check_part(part, whole)
    if whole == 0:
        return None
    low, high = _clopper_pearson(part, whole, _tail(confidence))
    return Estimate(part / whole, low, high)


def count(number: int, *, confidence: float = CONFIDENCE) -> Estimate:
    """A count of what befell people apart, with its exact interval (Garwood 1936).

    Raises ValueError for fewer than none.
    """
    if number < 0:
        raise ValueError(f"{number} is no count.")
    tail = _tail(confidence)
    low = float(gammaincinv(number, tail)) if number else 0.0
    return Estimate(float(number), low, float(gammainccinv(number + 1, tail)))


def rate(number: int, of: float, *, per: float = 1, confidence: float = CONFIDENCE) -> Estimate | None:
    """How often it happened for each `per` of the denominator, with its exact interval, or None of nothing.

    Raises ValueError for a count or a denominator below zero.
    """
    _check_denominator(of)
    counted = count(number, confidence=confidence)
    if of == 0:
        return None
    return Estimate(*(limit / of * per for limit in (counted.value, counted.low, counted.high)))


def rate_ratio(
    number: int, of: float, other: int, other_of: float, *, confidence: float = CONFIDENCE
) -> Estimate | None:
    """How many times the other rate the first one is; exact, given how many there are together.

    None when nothing happened on either side, or a denominator is zero. To none at all it is infinite.
    Raises ValueError for a count or a denominator below zero.
    """
    for one in (of, other_of):
        _check_denominator(one)
    if min(number, other) < 0:
        raise ValueError(f"{min(number, other)} is no count.")
    if not (number or other) or not (of and other_of):
        return None
    together, tail, scale = number + other, _tail(confidence), other_of / of
    low, high = _clopper_pearson(number, together, tail)
    other_low, other_high = _clopper_pearson(
        other, together, tail
    )  # what is left, without subtracting from one
    return Estimate(
        number / other * scale if other else inf,
        low / other_high * scale,
        high / other_low * scale if other_low else inf,
    )


def _clopper_pearson(part: int, whole: int, tail: float) -> tuple[float, float]:
    low = float(betaincinv(part, whole - part + 1, tail)) if part else 0.0
    high = float(betainccinv(part + 1, whole - part, tail)) if part < whole else 1.0
    return low, high


def _tail(confidence: float) -> float:
    """What may lie outside the interval on each side. Raises ValueError outside 0 to 1."""
    if not 0 < confidence < 1:
        raise ValueError(f"{confidence} is no confidence between 0 and 1.")
    return (1 - confidence) / 2


def _check_part(part: int, whole: int) -> None:
    if not 0 <= part <= whole:
        raise ValueError(f"{part} of {whole} is not a part of a whole.")


def _check_denominator(of: float) -> None:
    if not (isfinite(of) and of >= 0):
        raise ValueError(f"{of} is no denominator.")
