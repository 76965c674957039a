"""A figure of a municipality beside the one of the country: by the stated tests of `regie.figures`, or unknown."""

from decimal import Decimal

from regie.figures.rules import (
    Compared,
    Counted,
    Estimate,
    compared,
    compared_as_published,
    compared_with_rest,
    share,
)
from regie.indicators.enums import SCALES
from regie.indicators.rules.observation import ObservationAccount


def beside_nation(
    ours: ObservationAccount | None, nation: ObservationAccount | None, *, unit: str
) -> Compared:
    """Ours beside the country: by the counts when both have them, else by the intervals; a bare number is unknown.

    A number that is no share grows with the municipality, so it is never compared.
    """
    if ours is None or nation is None or unit not in SCALES:
        return compared(None, None)
    counts = counted(ours), counted(nation)
    if counts[0] and counts[1]:
        return _by_counts(counts[0], counts[1])
    return compared_as_published(around(ours, unit), around(nation, unit))


def counted(account: ObservationAccount) -> Counted | None:
    """How often of how many; None when its source gives no numbers."""
    if account.numerator is None or not account.denominator:
        return None
    return Counted(account.numerator, account.denominator)


def around(account: ObservationAccount, unit: str) -> Estimate | None:
    """The figure with the interval of its source, or else with Wilson's from its counts; None without either."""
    if account.value is not None and account.low is not None and account.high is not None:
        return Estimate(*(float(limit) for limit in (account.value, account.low, account.high)))
    numbers = counted(account)
    found = share(numbers.number, int(numbers.of)) if numbers and unit in SCALES else None
    if found is None:
        return None
    scale = SCALES[unit]
    return Estimate(found.value * scale, found.low * scale, found.high * scale)


def drawn(account: ObservationAccount, unit: str, found: Decimal | None) -> Estimate | None:
    """The same to draw: without an interval a bare value, whose dash has no length."""
    estimate = around(account, unit)
    if estimate is None and found is not None:
        return Estimate(float(found), float(found), float(found))
    return estimate


def _by_counts(ours: Counted, nation: Counted) -> Compared:
    """Against the rest of the country; a smaller country than ours cannot hold ours: then nothing is known."""
    if nation.number < ours.number or nation.of < ours.of:
        return compared(None, None)
    return compared_with_rest(ours, nation)
