"""A section as it is read: the same words for a screen, a paper and a text to copy."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from regie.figures.rules import OF_FEW
from regie.programme.rules.blocks import paragraphs
from regie.programme.rules.caseload import MonthCount
from regie.programme.rules.quarters import quarter_said
from regie.programme.rules.results import Result, measured, standing
from regie.programme.rules.sections import Reached, Section

MILESTONES = ("Mijlpaal", "Gepland", "Werkelijk", "Waarom anders")
CASELOAD = ("Maand", "Gepland", "Werkelijk op de laatste dag")
MONTHS_OF_THE_YEAR = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)


def tables_of(section: Section) -> list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
    """The tables under a heading: caption, columns and rows of words."""
    found: list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]] = []
    if section.milestones:
        rows = [_milestone(one) for one in section.milestones]
        found.append(("Mijlpalen: gepland en werkelijk", MILESTONES, rows))
    if section.caseload:
        rows = [_month(one) for one in section.caseload]
        found.append(("Hoeveel jongeren worden begeleid, gepland en werkelijk", CASELOAD, rows))
    return found


def lines_of(section: Section) -> list[str]:
    """What stands under a heading besides tables, each thing a line."""
    lines = list(section.paragraphs)
    for result in section.results:
        lines += [result.text, *measures_of(result)]
    for words, speaker in section.voices:
        lines += [*paragraphs(words), *([f"– {speaker}"] if speaker else [])]
    return lines + [f"{title}: {url}" if url else title for title, url in section.links]


def measures_of(result: Result) -> list[str]:
    """How a result is measured, and how it stands with each indicator that it names."""
    said = [measured(result), *(standing(one, under=result) for one in result.indicators)]
    return [line for line in said if line]


def on_paper(section: Section) -> dict[str, Any]:
    """The same as plain values for a sheet."""
    return {
        "title": section.heading,
        "lines": lines_of(section),
        "tables": [{"columns": columns, "rows": rows} for _, columns, rows in tables_of(section)],
    }


def as_text(title: str, sections: Iterable[Section]) -> str:
    """The page as plain text, to paste into another document such as a programmarapportage."""
    blocks = [title]
    for section in sections:
        lines = [section.heading, *lines_of(section)]
        for _, columns, rows in tables_of(section):
            lines += [_row(columns, row) for row in rows]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _row(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    rest = [f"{name.lower()}: {cell}" for name, cell in zip(columns[1:], row[1:], strict=True) if cell != "–"]
    return f"- {row[0]}: {'; '.join(rest)}" if rest else f"- {row[0]}"


def _milestone(one: Reached) -> tuple[str, ...]:
    real = day_said(one.real_on) or quarter_said(one.real) or "nog niet bereikt"
    return (one.name, quarter_said(one.planned) or "niet bekend", real, one.why or "–")


def _month(one: MonthCount) -> tuple[str, ...]:
    real = OF_FEW if one.hidden else "nog niet bekend" if one.real is None else str(one.real)
    month = f"{MONTHS_OF_THE_YEAR[one.month.month - 1]} {one.month.year}"
    return (month, "–" if one.planned is None else str(one.planned), real)


def day_said(day: date | None) -> str:
    """A day in words; not known is empty."""
    return f"{day.day} {MONTHS_OF_THE_YEAR[day.month - 1]} {day.year}" if day else ""
