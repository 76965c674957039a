"""One part of a plan page, as it is drawn at work, for the public, and wherever else it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from regie.figures.rules import Bars, bars
from regie.programme.rules import (
    MonthCount,
    Result,
    Section,
    measured,
    paragraphs,
    standing,
    tables_of,
)
from regie.ui.parts import Cell
from regie.ui.words import briefly


@dataclass(frozen=True)
class Table:
    """A table under a heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Measure:
    """How it stands with an indicator, in words; `url` leads to it, inside only."""

    words: str
    name: str
    url: str


@dataclass(frozen=True)
class ShownResult:
    """A planned result, how it is measured, and how it stands with each of its indicators."""

    text: str
    measured: str
    indicators: tuple[Measure, ...]


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it."""

    kind: str
    title: str
    paragraphs: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    results: tuple[ShownResult, ...]
    tables: tuple[Table, ...]
    picture: Bars | None
    voices: tuple[tuple[tuple[str, ...], str], ...]


def part_of(section: Section) -> Part:
    """A section as it is drawn."""
    tables = (
        Table(caption, columns, tuple(tuple(map(Cell, row)) for row in rows))
        for caption, columns, rows in tables_of(section)
    )
    return Part(
        section.kind,
        section.heading,
        section.paragraphs,
        section.links,
        tuple(map(_result, section.results)),
        tuple(tables),
        _picture(section.caseload),
        tuple((paragraphs(words), speaker) for words, speaker in section.voices),
    )


def _result(result: Result) -> ShownResult:
    return ShownResult(
        result.text,
        measured(result),
        tuple(Measure(standing(one, under=result), one.name, _inside(one.ref)) for one in result.indicators),
    )


def _inside(ref: str) -> str:
    return reverse("office:indicator", args=[ref]) if ref else ""


def _picture(counts: Sequence[MonthCount]) -> Bars | None:
    """For each month a bar of what was planned, and under it one of what it was when that may be shown."""
    rows: list[tuple[str, Sequence[int]]] = []
    for one in counts:
        rows.append((briefly(one.month).split(" ", 1)[1], (one.planned or 0,)))
        if one.real is not None:
            rows.append(("", (0, one.real)))
    return bars(rows) if any(sum(numbers) for _, numbers in rows) else None
