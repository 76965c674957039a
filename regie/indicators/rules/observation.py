"""What is told of one figure, and whether it can be true."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from regie.base.errors import NotValid
from regie.indicators.enums import SCALES, Unit
from regie.indicators.rules.period import Period

LONGEST_EDITION, LONGEST_SOURCE, LONGEST_NOTE = 80, 200, 200
NO_FIGURE = "Vul een waarde in, of een teller met een noemer. Is er geen cijfer? Zeg dan dat het onbekend is."
MOST_APART = Decimal("0.1")  # a published value is rounded; numerator and denominator are not


@dataclass(frozen=True)
class ObservationAccount:
    """A figure as a source tells it: a value, or numerator and denominator, or neither: then the source has none.

    `low` and `high` are the ends of the interval of 95 % that the source itself publishes. `provisional` is what
    the CBS marks with a star.
    """

    period: Period
    region: str
    edition: str
    source: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    provisional: bool = False
    note: str = ""
    verified: bool = True

    @property
    def key(self) -> tuple[Any, ...]:
        """What no two figures of one definition share."""
        return self.region, self.period, self.edition


def figure(
    *, value: Decimal | None, numerator: int | None, denominator: int | None, unit: str
) -> Decimal | None:
    """The figure in its unit: as published, or else from numerator and denominator; None is unknown."""
    if value is not None or numerator is None or not denominator:
        return value
    return Decimal(numerator) * SCALES.get(unit, 1) / Decimal(denominator)


def check_observation(account: ObservationAccount, *, unit: str) -> None:
    """Raises NotValid beside what cannot be."""
    for name, longest in (
        ("edition", LONGEST_EDITION),
        ("source", LONGEST_SOURCE),
    ):
        _check_words(getattr(account, name), longest, name)
    if len(account.note) > LONGEST_NOTE:
        raise NotValid(f"Dit is te lang: hoogstens {LONGEST_NOTE} tekens.", field="note")
    _check_share(account, unit)
    _check_value(account, unit)
    _check_interval(account)
    _check_agreement(account, unit)


def check_begun(period: Period, *, on: date) -> None:
    """Raises NotValid for a period that is still to come: of it nobody can have seen anything."""
    if period.since > on:
        raise NotValid("Deze periode moet nog beginnen.", field="period")


def _check_words(words: str, longest: int, field: str) -> None:
    if not words.strip():
        raise NotValid("Vul dit in.", field=field)
    if len(words) > longest:
        raise NotValid(f"Dit is te lang: hoogstens {longest} tekens.", field=field)


def _check_share(account: ObservationAccount, unit: str) -> None:
    top, bottom = account.numerator, account.denominator
    if bottom == 0:
        raise NotValid("De noemer is nul. Delen door nul kan niet.", field="denominator")
    if (top is None) != (bottom is None):
        missing = "numerator" if top is None else "denominator"
        raise NotValid(
            "Een teller hoort bij een noemer. Vul ze allebei in, of geen van beide.", field=missing
        )
    if top is None or bottom is None:
        return
    if top < 0 or bottom < 0:
        raise NotValid("Vul nul of meer in.", field="numerator" if top < 0 else "denominator")
    if unit in SCALES and top > bottom:
        raise NotValid("De teller is groter dan de noemer.", field="numerator")


def _check_value(account: ObservationAccount, unit: str) -> None:
    for name in ("value", "low", "high"):
        said = getattr(account, name)
        if said is None:
            continue
        if said < 0:
            raise NotValid("Vul nul of meer in.", field=name)
        if said > SCALES.get(unit, said):
            raise NotValid(
                f"Dit is meer dan kan bij {Unit(unit).label}: hoogstens {SCALES[unit]}.", field=name
            )


def _check_interval(account: ObservationAccount) -> None:
    low, high = account.low, account.high
    if (low is None) != (high is None):
        missing = "low" if low is None else "high"
        raise NotValid("Vul beide grenzen van het interval in, of geen van beide.", field=missing)
    if low is None or high is None:
        return
    if account.value is None:
        raise NotValid("Bij een interval hoort de waarde zelf.", field="value")
    if not low <= account.value <= high:
        raise NotValid("De waarde ligt niet tussen de ondergrens en de bovengrens.", field="value")


def _check_agreement(account: ObservationAccount, unit: str) -> None:
    counted = figure(value=None, numerator=account.numerator, denominator=account.denominator, unit=unit)
    if account.value is None or counted is None:
        return
    if abs(account.value - counted) > MOST_APART * SCALES.get(unit, 100) / 100:
        said = f"{counted:.1f}".replace(".", ",")
        raise NotValid(f"Teller en noemer geven {said}. Dat is een ander getal dan de waarde.", field="value")
