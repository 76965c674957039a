"""A picture of days for a telephone: time runs down, and the words stand below each other beside it.

Words that would overlap move down, and up again where the picture ends; a line leads from the day to its words.
"""

from collections.abc import Sequence
from datetime import date

from regie.figures.rules.days import Drawing, Lane, Mark, Placed, Span, ticks_of
from regie.figures.rules.lettering import FONT, shortened

WIDTH, SHORTEST, TOP, BOTTOM = 320, 460, 16, 16
STRIPS, STRIP, AXIS = (
    42,
    14,
    92,
)  # where the first strip of periods begins, how far they stand apart, and the days
WORDS, ITEM, LINE = 122, 50, 19  # where words begin, and how much height they take


def standing(
    marks: Sequence[Mark], span: Span, *, lanes: Sequence[str], today: date, unsaid: str = ""
) -> Drawing:
    """Where all marks stand that the span shows; periods also stand as strips, one lane beside the other.

    Each is said with the name of its lane, but for the lane `unsaid`.
    """
    shown = sorted(
        (mark for mark in marks if span.shows(mark)), key=lambda mark: (mark.since, lanes.index(mark.lane))
    )
    height = max(SHORTEST, TOP + BOTTOM + ITEM * len(shown))
    low, high = TOP, height - BOTTOM
    strips = [title for title in lanes if any(mark.until and mark.lane == title for mark in shown)]
    days = [span.place(mark.since, low, high) for mark in shown]
    heights = _apart(days, highest=TOP, lowest=height - BOTTOM)
    placed = [
        Placed(
            mark=mark,
            start=day,
            end=max(span.place(mark.last, low, high), day + (4 if mark.until else 0)),
            across=STRIPS + STRIP * strips.index(mark.lane) if mark.until else AXIS,
            label_x=WORDS,
            label_y=top + FONT,
            label=shortened(mark.label, WIDTH - WORDS),
            note=shortened(_note(mark, unsaid), WIDTH - WORDS),
        )
        for mark, day, top in zip(shown, days, heights, strict=True)
    ]
    return Drawing(
        width=WIDTH,
        height=height,
        placed=tuple(placed),
        lanes=tuple(
            Lane(title, STRIPS + STRIP * n, STRIPS + STRIP * (n + 1)) for n, title in enumerate(strips)
        ),
        ticks=ticks_of(span, low, high, apart=24),
        today=span.place(today, low, high),
    )


def _note(mark: Mark, unsaid: str) -> str:
    return ", ".join(filter(None, ("" if mark.lane == unsaid else mark.lane, mark.note)))


def _apart(days: Sequence[int], *, highest: int, lowest: int) -> list[int]:
    """Where each of the words begins: near its day, below the one before it and within the picture."""
    heights: list[int] = []
    for day in days:
        heights.append(max(day - FONT, heights[-1] + ITEM if heights else highest))
    floor = lowest - ITEM
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], floor)
        floor = heights[place] - ITEM
    return heights
