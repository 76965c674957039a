"""How a figure, its area and its interval are said."""

from decimal import Decimal

from regie.indicators.models import Observation
from regie.indicators.rules import (
    ObservationAccount,
    around,
    figure,
    figure_said,
    in_unit,
    written_number,
)

TITLE = "Indicatoren"
NOT_MEASURABLE = "Niet meetbaar: definitie ontbreekt"
TO_VERIFY = "Te verifiëren"


def figure_words(one: Observation) -> str:
    """What was observed, in its unit; of some of many no more digits than it can bear."""
    return figure_said(one.account, one.definition.unit)


def interval_words(one: Observation) -> str:
    """Between which values it may well lie: as its source says, or by Wilson from its counts; empty without either."""
    unit = one.definition.unit
    if one.low is not None and one.high is not None:
        return f"{written_number(one.low, most=2)} tot {in_unit(one.high, unit)}"
    found = around(one.account, unit)
    if found is None:
        return ""
    low, high = (Decimal(str(round(limit, 1))) for limit in (found.low, found.high))
    return f"{written_number(low)} tot {in_unit(high, unit)}, berekend"


def about(one: Observation) -> str:
    """What one must know to read it: provisional, from what it was counted, what the source adds."""
    counted = ""
    if one.numerator is not None and one.denominator is not None:
        counted = f"{written_number(Decimal(one.numerator))} van {written_number(Decimal(one.denominator))}"
    said = [
        "Voorlopig cijfer" if one.provisional else "",
        counted,
        "" if one.verified else TO_VERIFY,
        one.note,
    ]
    return ". ".join(words.rstrip(".") for words in said if words)


def figure_told(account: ObservationAccount, unit: str) -> str:
    """A figure that was read, with its interval and whether it is provisional."""
    said = in_unit(
        figure(value=account.value, numerator=account.numerator, denominator=account.denominator, unit=unit),
        unit,
    )
    if account.low is not None and account.high is not None:
        said += f" ({written_number(account.low, most=2)} tot {in_unit(account.high, unit)})"
    return f"{said}, voorlopig" if account.provisional else said
