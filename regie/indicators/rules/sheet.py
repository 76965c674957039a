"""Figures as a CSV file: semicolons, comma decimals, a line each, and columns with a name."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from regie.base.errors import NotValid
from regie.indicators.rules.number import read_number, read_whole, written_number
from regie.indicators.rules.observation import NO_FIGURE, ObservationAccount, check_observation
from regie.indicators.rules.period import read_period
from regie.indicators.rules.region import read_region

FIELD = "lines"
MOST = 2_000  # lines
# Column, as it is written → the field that it tells.
COLUMNS: Mapping[str, str] = {
    "periode": "period", "gebied": "region", "uitgave": "edition", "bron": "source", "waarde": "value",
    "ondergrens": "low", "bovengrens": "high", "teller": "numerator", "noemer": "denominator",
    "voorlopig": "provisional", "toelichting": "note",
}  # fmt: skip
TITLES = {name: column for column, name in COLUMNS.items()}
NEEDED = ("periode", "gebied", "uitgave", "bron")
YES, NO = {"ja", "x", "1", "*"}, {"", "nee", "0"}
UNKNOWN = {"onbekend", "."}
# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class FigureLine:
    """One figure of a file: where it stands (its line, from 1), what it tells, or why not."""

    number: int
    raw: str
    account: ObservationAccount | None = None
    problem: str = ""


def read_figures(text: str, *, unit: str, areas: frozenset[str] | None) -> tuple[FigureLine, ...]:
    """The lines of a file; raises NotValid (field "lines") when it is no such file at all.

    Of other areas than `areas` a line is refused, unless those are None.
    """
    rows = [(number, row) for number, row in _rows(text) if any(cell.strip() for cell in row)]
    if not rows:
        raise NotValid("Hier staat geen cijfer.", field=FIELD)
    (line, header), *told = rows
    columns = _columns(header, line)
    if not told:
        raise NotValid("Onder de kolommen staat geen cijfer.", field=FIELD)
    if len(told) > MOST:
        raise NotValid(f"Dit zijn {len(told)} regels. Lees er hoogstens {MOST} tegelijk in.", field=FIELD)
    lines = [_line(number, cells, columns, unit, areas) for number, cells in told]
    return tuple(once_each(lines))


def once_each(lines: Iterable[FigureLine]) -> Iterator[FigureLine]:
    """The same lines; the second of two about one area, period and edition says so."""
    seen: dict[Any, int] = {}
    for line in lines:
        first = seen.setdefault(line.account.key, line.number) if line.account else line.number
        if first == line.number:
            yield line
        else:
            said = f"Deze periode staat er twee keer, ook op regel {first}: zelfde gebied en zelfde uitgave."
            yield FigureLine(line.number, line.raw, problem=said)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=";", strict=True)
    done = 0
    try:
        for row in reader:
            yield done + 1, row
            done = reader.line_num
    except csv.Error:
        raise NotValid(
            f"Regel {done + 1}: een aanhalingsteken wordt niet gesloten. Haal het weg.", field=FIELD
        ) from None


def _columns(header: Sequence[str], line: int) -> list[str]:
    names = [cell.strip().casefold() for cell in header]
    if len(names) == 1:
        raise NotValid(
            f"Regel {line}: tussen de kolommen hoort een puntkomma. Bewaar het bestand als CSV met puntkomma's.",
            field=FIELD,
        )
    unknown = [name for name in names if name not in COLUMNS]
    missing = [name for name in NEEDED if name not in names]
    if unknown or missing:
        wrong = f"{unknown[0] or 'leeg'} kennen we niet" if unknown else f"{missing[0]} ontbreekt"
        raise NotValid(
            f"Regel {line}: de kolom {wrong}. De kolommen heten: {', '.join(COLUMNS)}.", field=FIELD
        )
    if twice := [name for name in names if names.count(name) > 1]:
        raise NotValid(f"Regel {line}: de kolom {twice[0]} staat er twee keer.", field=FIELD)
    return [COLUMNS[name] for name in names]


def _line(
    number: int, cells: list[str], columns: list[str], unit: str, areas: frozenset[str] | None
) -> FigureLine:
    raw = ";".join(cells)
    if len(cells) != len(columns):
        said = f"Deze regel heeft {len(cells)} kolommen, de eerste regel {len(columns)}."
        return FigureLine(number, raw, problem=said)
    try:
        account = _account(dict(zip(columns, cells, strict=True)), unit)
        check_area(account.region, areas)
    except NotValid as wrong:
        column = TITLES.get(wrong.field or "", "")
        said = f"{column.capitalize()}: {wrong.sentence}" if column else wrong.sentence
        return FigureLine(number, raw, problem=said)
    return FigureLine(number, raw, account)


def check_area(region: str, areas: frozenset[str] | None) -> None:
    """Raises NotValid for a figure of another area than was meant."""
    if areas is not None and region not in areas:
        raise NotValid(
            f"{region} is een ander gebied dan uw gemeente of Nederland. "
            "Wilt u ermee vergelijken? Vink dan aan dat andere gebieden mee mogen.",
            field="region",
        )


def _account(cells: Mapping[str, str], unit: str) -> ObservationAccount:
    value = _plain(cells.get("value", ""))
    period = cells["period"].strip()
    told: dict[str, Any] = {
        name: _plain(cells[name]) for name in ("edition", "source", "note") if name in cells
    }
    told |= {name: read_number(cells.get(name, ""), field=name) for name in ("low", "high")}
    told |= {name: read_whole(cells.get(name, ""), field=name) for name in ("numerator", "denominator")}
    account = ObservationAccount(
        period=read_period(period.removesuffix("*")),
        region=read_region(cells["region"]),
        value=None if value.casefold() in UNKNOWN else read_number(value, field="value"),
        provisional=_yes(cells.get("provisional", "")) or period.endswith("*"),
        **told,
    )
    check_observation(account, unit=unit)
    if account.value is None and account.numerator is None and value.casefold() not in UNKNOWN:
        raise NotValid(f"{NO_FIGURE.split('.')[0]}, of het woord onbekend.", field="value")
    return account


def _yes(cell: str) -> bool:
    said = cell.strip().casefold()
    if said not in YES | NO:
        raise NotValid("Schrijf ja of nee.", field="provisional")
    return said in YES


def _plain(cell: str) -> str:
    """What a cell tells, without the mark that keeps a spreadsheet from running it."""
    value = " ".join(cell.split())
    return value[1:] if value[:1] == "'" and value.lstrip("'").startswith(FORMULA) else value


def written_figures(accounts: Iterable[ObservationAccount]) -> str:
    """Figures as such a file; no cell can be taken for a formula."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for account in accounts:
        writer.writerow([_written(account, name) for name in COLUMNS.values()])
    return written.getvalue()


def _written(account: ObservationAccount, name: str) -> str:
    told = getattr(account, name)
    if name == "value" and account.value is None and account.numerator is None:
        return "onbekend"
    if name == "provisional":
        return "ja" if account.provisional else ""
    if name in ("value", "low", "high"):
        return "" if told is None else written_number(told).replace(".", "")
    text = "" if told is None else str(told)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text
