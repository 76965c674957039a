"""A list of many people: each line read by itself, so that a bad one loses no other."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from regie.recognition.rules.labels import NAMES, Asked, asked_by
from regie.recognition.rules.reader import read
from regie.recognition.rules.reading import PersonReading

SEPARATORS = ";\t|,"


@dataclass(frozen=True)
class Table:
    """The header (empty when there is none), the rows, and each row as one raw line again."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    raw: tuple[str, ...]


def looks_like_a_list(text: str) -> bool:
    """Whether the first line names at least two columns that we know, one of them a name, and a row follows."""
    table = rows_of(text[:20_000])
    return bool(table.rows) and any(asked_by(cell) in NAMES for cell in table.header)


def rows_of(text: str) -> Table:
    """The list in a text, by the separator its first line uses most; empty lines are left out."""
    text = text.lstrip("\ufeff")
    separator = ""
    if text[:4].lower() == "sep=" and text[4:5] and text[4] in SEPARATORS:
        separator, text = text[4], text.partition("\n")[2]
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = separator or max(SEPARATORS, key=first.count)
    rows = [row for row in _cells(text, separator) if any(cell.strip() for cell in row)]
    named = bool(rows) and sum(asked_by(cell.strip()) not in {None} for cell in rows[0]) > 1
    header = tuple(cell.strip() for cell in rows[0]) if named else ()
    rows = rows[1:] if named else rows
    return Table(header, tuple(rows), tuple(separator.join(row) for row in rows))


def _cells(text: str, separator: str) -> list[tuple[str, ...]]:
    text = text.replace("\x00", "")
    if text.count('"') % 2:  # a quote that never closes would swallow all the lines below it
        return [tuple(line.split(separator)) for line in text.splitlines()]
    try:
        return [tuple(row) for row in csv.reader(StringIO(text, newline=""), delimiter=separator)]
    except csv.Error:
        return [tuple(line.split(separator)) for line in text.splitlines()]


def read_row(
    header: Sequence[str], row: Sequence[str], *, facilities: Mapping[str, Sequence[str]], today: date
) -> PersonReading | str:
    """What one line says, or in Dutch why it cannot be read; a value that is not plain stays unknown in the text."""
    if not header:
        return "De lijst heeft geen kopregel met de namen van de kolommen."
    if len(row) != len(header):
        return f"Deze regel heeft {len(row)} kolommen; de kopregel heeft er {len(header)}."
    cells = [(name, " ".join(cell.split())) for name, cell in zip(header, row, strict=True)]
    if not any(cell and asked_by(name) in NAMES - {Asked.PREFIX} for name, cell in cells):
        return "In deze regel staat geen naam."
    text = "\n".join(f"{name}: {cell}" for name, cell in cells if cell)
    people = read(text, facilities=facilities, today=today).people
    return people[0] if len(people) == 1 else "In deze regel staan twee mensen."
