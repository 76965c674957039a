"""How a figure is said, wherever it stands."""

from decimal import Decimal

from regie.indicators.enums import Unit
from regie.indicators.rules.number import written_number
from regie.indicators.rules.observation import ObservationAccount, figure

UNKNOWN = "Niet bekend"
WORDS = {
    Unit.PERCENT: "{}%",
    Unit.PER_1000: "{} per 1.000",
    Unit.PER_10000: "{} per 10.000",
    Unit.NUMBER: "{}",
}


def in_unit(number: Decimal | None, unit: str) -> str:
    """A figure in its unit: 16,9%; unknown is said."""
    return UNKNOWN if number is None else WORDS[Unit(unit)].format(written_number(number, most=2))


def figure_said(account: ObservationAccount, unit: str) -> str:
    """A figure in its unit, of some of many with no more digits than it can bear."""
    told = {"numerator": account.numerator, "denominator": account.denominator}
    found = figure(value=account.value, unit=unit, **told)
    if account.value is None and found is not None:
        return in_unit(round(found, 1), unit)
    return in_unit(found, unit)


def is_small(account: ObservationAccount, unit: str, *, smallest: int) -> bool:
    """Whether it tells of so few people, or leaves out so few, that it may say who they are; 0 hides nothing."""
    numbers: list[Decimal | int] = []
    if account.numerator is not None and account.denominator is not None:
        numbers = [account.numerator, account.denominator - account.numerator]
    if unit == Unit.NUMBER and account.value is not None:
        numbers.append(account.value)
    return any(0 < number < smallest for number in numbers)
