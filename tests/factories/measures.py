"""Indicators with a definition and figures, made by their verbs."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.indicators.models import Definition, Indicator, IndicatorHalt, Observation
from regie.indicators.rules import DefinitionAccount, ObservationAccount, read_period
from tests.cast import Cast

COUNTED = DefinitionAccount(
    unit="percent",
    measures="Deel van de jongeren met een rekening.",
    numerator="Jongeren met een betaalrekening.",
    denominator="Alle jongeren die worden begeleid.",
    source="Eigen telling.",
)


def indicator(
    cast: Cast,
    name: str = "Jongeren met een rekening",
    *,
    at: datetime,
    by: User | None = None,
    where: Municipality | None = None,
) -> Indicator:
    """Something that a municipality measures by."""
    acting = (by or cast.rosa).acting(at)
    return Indicator.add(municipality=where or cast.here, name=name, text="Uit het plan.", by=acting, at=at)


def define(
    one: Indicator, cast: Cast, *, at: datetime, by: User | None = None, seen: int = 0, **said: Any
) -> Definition:
    """What it counts; a later one says what is different."""
    account = DefinitionAccount(**(vars(COUNTED) | said))
    return Definition.write(indicator=one, account=account, seen=seen, by=(by or cast.rosa).acting(at), at=at)


def account(period: str = "2023", region: str = "GM1883", **said: Any) -> ObservationAccount:
    """What a source says: 16,9 percent of that year, unless told otherwise."""
    figures = {"value": Decimal("16.9"), "edition": "2024", "source": "Eigen telling"} | said
    return ObservationAccount(period=read_period(period), region=region, **figures)


def observe(
    definition: Definition,
    cast: Cast,
    *,
    at: datetime,
    by: User | None = None,
    told: ObservationAccount | None = None,
) -> Observation:
    """A figure, told by hand."""
    return Observation.tell(
        definition=definition,
        municipality=cast.here,
        account=told or account(),
        by=(by or cast.rosa).acting(at),
        at=at,
    )


def end(one: Indicator, cast: Cast, *, at: datetime, by: User | None = None, **told: Any) -> IndicatorHalt:
    """It is followed no more, from today unless told otherwise."""
    asked = {"since": day(at), "reason": "Het plan meet anders."} | told
    return IndicatorHalt.end(one, **asked, by=(by or cast.rosa).acting(at), at=at)


def resume(one: Indicator, cast: Cast, *, at: datetime, by: User | None = None, **told: Any) -> IndicatorHalt:
    """It is followed again, from today unless told otherwise."""
    asked = {"since": day(at), "reason": "Het plan vraagt er weer om."} | told
    return IndicatorHalt.resume(one, **asked, by=(by or cast.rosa).acting(at), at=at)


def told(cast: Cast, *, name: str = "Jongeren met een rekening", at: datetime) -> dict[str, Any]:
    """An indicator with a definition and a figure, by the parts of their addresses."""
    one = indicator(cast, name, at=at)
    return {"indicator_ref": one.ref, "observation_ref": observe(define(one, cast, at=at), cast, at=at).ref}
