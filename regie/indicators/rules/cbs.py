"""Figures as a file of the CBS: OData JSON, as its page of a table gives it (TypedDataSet).

A definition says in which fields the figures stand: `value`, and either `low` and `high`, or `margins`: the dimension
whose keys say which of the three a row is. `region` and `period` are RegioS and Perioden unless told otherwise; `only`
chooses rows, as "Geslacht=T001038, Leeftijd=10000". Source: the CBS's own description of its open data (OData v3).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from regie.base.errors import NotValid
from regie.indicators.rules.observation import ObservationAccount, check_observation
from regie.indicators.rules.period import Period, read_period
from regie.indicators.rules.region import read_region
from regie.indicators.rules.sheet import FigureLine

FIELD = "file"
MOST = 100_000  # rows
FIELDS = ("table", "value", "low", "high", "margins", "region", "period", "only")
MARGINS = {"MW00000": "value", "MOG0095": "low", "MBG0095": "high"}
NO_TABLE = "Dit is geen bestand van het CBS: er staat geen lijst ‘value’ met rijen in."


@dataclass(frozen=True)
class CbsFile:
    """A file as it was given, with what it does not say itself: its edition, and which periods are provisional."""

    text: str
    edition: str
    provisional: frozenset[Period] = frozenset()


@dataclass
class _Cell:
    """What is told of one area and period, from one row or from three; `number` is its first row."""

    number: int
    told: dict[str, Decimal | None] = field(default_factory=dict)


def is_cbs(text: str) -> bool:
    """Whether this looks like JSON, which a file of ours never does."""
    return text.lstrip().startswith(("{", "["))


def read_cbs(
    file: CbsFile, fields: Mapping[str, str], *, unit: str, areas: frozenset[str] | None
) -> tuple[FigureLine, ...]:
    """The figures of a table, each with the row in which it stands (from 1); other areas than `areas` are passed by.

    Raises NotValid (field "file") when it is no such file, or the definition does not say where the figures stand.
    """
    rows = _table(file.text)
    _check_fields(rows[0], fields)
    cells: dict[tuple[str, Period], _Cell] = {}
    problems: list[FigureLine] = []
    for number, row in enumerate(rows, start=1):
        try:
            _take(row, number, fields, areas, cells)
        except NotValid as wrong:
            problems.append(FigureLine(number, _shown(row), problem=wrong.sentence))
    lines = [*problems, *_lines(file, fields, cells, unit)]
    if not lines:
        raise NotValid("In dit bestand staat geen cijfer van uw gemeente of van Nederland.", field=FIELD)
    return tuple(sorted(lines, key=lambda line: line.number))


def _table(text: str) -> list[dict[str, Any]]:
    try:
        told = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        raise NotValid(
            "Dit is geen goed JSON-bestand. Haal het opnieuw op bij het CBS.", field=FIELD
        ) from None
    rows = told.get("value") if isinstance(told, dict) else None
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise NotValid(NO_TABLE, field=FIELD)
    if len(rows) > MOST:
        raise NotValid(
            f"Dit zijn {len(rows)} rijen. Kies bij het CBS minder gebieden of periodes.", field=FIELD
        )
    return rows


def _check_fields(first: Mapping[str, Any], fields: Mapping[str, str]) -> None:
    if not fields.get("value"):
        there = ", ".join(name for name, told in first.items() if isinstance(told, int | Decimal))
        raise NotValid(
            f"De definitie zegt niet in welk veld het cijfer staat. In dit bestand: {there}.", field=FIELD
        )
    for name in ("value", "low", "high", "margins", "region", "period"):
        told = _called(fields, name)
        if told and told not in first:
            raise NotValid(f"Het veld {told} staat niet in dit bestand. Heet het nu anders?", field=FIELD)


def _called(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name) or {"region": "RegioS", "period": "Perioden"}.get(name, "")


def _take(
    row: Mapping[str, Any],
    number: int,
    fields: Mapping[str, str],
    areas: frozenset[str] | None,
    cells: dict[tuple[str, Period], _Cell],
) -> None:
    """Puts what a row tells under its area and period; raises NotValid when it stood there already."""
    if not _is_meant(row, fields):
        return
    region = read_region(str(row.get(_called(fields, "region"))))
    if areas is not None and region not in areas:
        return
    period = read_period(str(row.get(_called(fields, "period"))).strip().removesuffix("*"))
    cell = cells.setdefault((region, period), _Cell(number))
    for name, value in _figures(row, fields):
        if name in cell.told:
            raise NotValid(
                f"{region}, {period} staat er meer dan een keer. Zeg bij de definitie welke rijen u bedoelt."
            )
        cell.told[name] = value


def _is_meant(row: Mapping[str, Any], fields: Mapping[str, str]) -> bool:
    chosen = (part.partition("=") for part in fields.get("only", "").split(",") if part.strip())
    return all(str(row.get(name.strip(), "")).strip() == key.strip() for name, _, key in chosen)


def _figures(row: Mapping[str, Any], fields: Mapping[str, str]) -> Iterator[tuple[str, Decimal | None]]:
    if fields.get("margins"):
        key = str(row.get(fields["margins"], "")).strip()
        if key in MARGINS:
            yield MARGINS[key], _number(row.get(fields["value"]))
        return
    for name in ("value", "low", "high"):
        if fields.get(name):
            yield name, _number(row.get(fields[name]))


def _number(told: Any) -> Decimal | None:
    """A figure; null, and the point of the CBS, is that there is none."""
    if told is None or (isinstance(told, str) and told.strip() in ("", ".", "x", "-")):
        return None
    try:
        number = Decimal(str(told).strip().replace(",", "."))
    except InvalidOperation:
        raise NotValid(f"Dit is geen getal: {told}.") from None
    if not number.is_finite():
        raise NotValid(f"Dit is geen getal: {told}.")
    return number


def _lines(
    file: CbsFile, fields: Mapping[str, str], cells: Mapping[tuple[str, Period], _Cell], unit: str
) -> Iterable[FigureLine]:
    for (region, period), cell in cells.items():
        told = cell.told
        known = told.get("value") is not None  # an interval around nothing says nothing
        account = ObservationAccount(
            period=period,
            region=region,
            edition=file.edition,
            source=f"CBS, tabel {fields.get('table') or 'zonder nummer'}",
            value=told.get("value"),
            low=told.get("low") if known else None,
            high=told.get("high") if known else None,
            provisional=period in file.provisional,
        )
        raw = f"{region}, {period}"
        try:
            check_observation(account, unit=unit)
            yield FigureLine(cell.number, raw, account)
        except NotValid as wrong:
            yield FigureLine(cell.number, raw, problem=f"{raw}: {wrong.sentence}")


def _shown(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {told}" for name, told in list(row.items())[:6])
