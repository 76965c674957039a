"""A picture of days for a wide page: time runs to the right, each kind of mark has a lane.

Whatever would overlap moves to a further row of its lane; so nothing ever does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from regie.figures.rules.days import BETWEEN, Drawing, Lane, Mark, Placed, Span, ticks_of, worded
from regie.figures.rules.lettering import FONT, wide

WIDTH, HEAD, ROW, APART = 960, 46, 30, 10
LOW, HIGH = 118, WIDTH - 14  # where the days begin and end; before them stand the names of the lanes
HALF, GAP, THINNEST = 9, 6, 6


def lying(marks: Sequence[Mark], span: Span, *, lanes: Sequence[str], today: date) -> Drawing:
    """Where all marks stand that the span shows, lane under lane."""
    placed: list[Placed] = []
    strips: list[Lane] = []
    top = HEAD
    for title in lanes:
        here = [mark for mark in marks if mark.lane == title and span.shows(mark)]
        rows = _rows(sorted(here, key=lambda mark: (mark.since, mark.last)), span)
        if not rows:
            continue
        strips.append(Lane(title, top, top + ROW * len(rows) + APART))
        placed += [_at(one, top + APART // 2 + ROW * row + ROW // 2) for row, one in _numbered(rows)]
        top = strips[-1].high
    return Drawing(
        width=WIDTH,
        height=top + 4,
        placed=tuple(placed),
        lanes=tuple(strips),
        ticks=ticks_of(span, LOW, HIGH, apart=64),
        today=span.place(today, LOW, HIGH),
    )


def taken(one: Placed) -> tuple[int, int]:
    """From where to where a mark and its words take up its row."""
    words = wide(one.label + (BETWEEN + one.note if one.note else ""))
    from_, to = (one.start, one.end) if one.mark.until else (one.start - HALF, one.end + HALF)
    beside = (one.label_x - words, one.label_x) if one.backwards else (one.label_x, one.label_x + words)
    return round(min(from_, beside[0])), round(max(to, beside[1]))


def _rows(marks: Iterable[Mark], span: Span) -> list[list[Placed]]:
    """Each mark in the first row where nothing is in its way."""
    rows: list[list[Placed]] = []
    in_the_way: list[list[tuple[int, int]]] = []  # of each row, so that words are measured once
    for mark in marks:
        one = _along(mark, span)
        room = taken(one)
        row = next((row for row, others in enumerate(in_the_way) if _clear(others, room)), len(rows))
        if row == len(rows):
            rows.append([])
            in_the_way.append([])
        rows[row].append(one)
        in_the_way[row].append(room)
    return rows


def _clear(others: Iterable[tuple[int, int]], room: tuple[int, int]) -> bool:
    low, high = room
    return all(high + GAP < begins or ends + GAP < low for begins, ends in others)


def _along(mark: Mark, span: Span) -> Placed:
    """Where it stands along the days, and on which side its words do: within, after or before it."""
    start, end = span.place(mark.since, LOW, HIGH), span.place(mark.last, LOW, HIGH)
    if mark.until:
        start, end = min(start, HIGH - THINNEST), max(end, min(start, HIGH - THINNEST) + THINNEST)
    around = 0 if mark.until else HALF
    label, note = worded(
        mark, max(end - start - 2 * GAP, HIGH - end - around - GAP, start - around - GAP - LOW)
    )
    words = wide(label + (BETWEEN + note if note else ""))
    if mark.until and end - start >= words + 2 * GAP:
        return Placed(mark, start, end, 0, start + GAP + 2, 0, label, note)
    if end + around + GAP + words <= HIGH:
        return Placed(mark, start, end, 0, end + around + GAP, 0, label, note)
    return Placed(mark, start, end, 0, start - around - GAP, 0, label, note, backwards=True)


def _numbered(rows: list[list[Placed]]) -> Iterable[tuple[int, Placed]]:
    return ((number, one) for number, row in enumerate(rows) for one in row)


def _at(one: Placed, across: int) -> Placed:
    return replace(one, across=across, label_y=across + FONT // 3)
