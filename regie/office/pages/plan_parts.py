"""One part of a plan page, as it is drawn at work, for the public, and wherever else it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from regie.figures.rules import Bars, bars
from regie.programme.rules import MonthCount, Reached, Section, measured, quarter_said
from regie.ui.parts import Cell, Item
from regie.ui.words import briefly, in_month, written

MILESTONES = ("Mijlpaal", "Gepland", "Werkelijk", "Waarom anders")
CASELOAD = ("Maand", "Gepland", "Werkelijk op de laatste dag")
TOO_FEW = "te klein om te tonen"
NOT_YET = "nog niet bereikt"


@dataclass(frozen=True)
class Table:
    """A table under a heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Part:
    """A heading with what stands under it."""

    kind: str
    title: str
    paragraphs: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    results: tuple[Item, ...]
    tables: tuple[Table, ...]
    picture: Bars | None


def part_of(section: Section) -> Part:
    """A section as it is drawn."""
    results = tuple(Item(text, measured(definition)) for text, definition in section.results)
    tables = []
    if section.milestones:
        rows = tuple(map(_milestone, section.milestones))
        tables.append(Table("Mijlpalen: gepland en werkelijk", MILESTONES, rows))
    if section.caseload:
        rows = tuple(map(_month, section.caseload))
        tables.append(Table("Hoeveel jongeren worden begeleid, gepland en werkelijk", CASELOAD, rows))
    return Part(
        section.kind,
        section.heading,
        section.paragraphs,
        section.links,
        results,
        tuple(tables),
        _picture(section.caseload),
    )


def _milestone(one: Reached) -> tuple[Cell, ...]:
    real = written(one.real_on) or quarter_said(one.real) or NOT_YET
    return (
        Cell(one.name),
        Cell(quarter_said(one.planned) or "niet bekend"),
        Cell(real),
        Cell(one.why or "–"),
    )


def _month(one: MonthCount) -> tuple[Cell, ...]:
    real = TOO_FEW if one.hidden else "nog niet bekend" if one.real is None else str(one.real)
    return (Cell(in_month(one.month)), Cell("–" if one.planned is None else str(one.planned)), Cell(real))


def _picture(counts: Sequence[MonthCount]) -> Bars | None:
    """For each month a bar of what was planned, and under it one of what it was when that may be shown."""
    rows: list[tuple[str, Sequence[int]]] = []
    for one in counts:
        rows.append((briefly(one.month).split(" ", 1)[1], (one.planned or 0,)))
        if one.real is not None:
            rows.append(("", (0, one.real)))
    return bars(rows) if any(sum(numbers) for _, numbers in rows) else None
