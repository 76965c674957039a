"""Year after year a value with its interval: where all of it stands in a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regie.figures.rules.intervals import Estimate
from regie.figures.rules.scale import Level, Scale, scale

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 340, 260, 52, 326, 16, 226
APART = 40  # what the words for a year take


@dataclass(frozen=True)
class Observed:
    """One year: what was found, or None when nobody knows; `broken` says why it cannot be set beside earlier years."""

    year: int
    found: Estimate | None
    provisional: bool = False
    broken: str = ""


@dataclass(frozen=True)
class YearMark:
    """A year where it stands; `y` is None when it is not known, and its words only where there is room."""

    observed: Observed
    x: int
    y: int | None
    low: int
    high: int
    label: str


@dataclass(frozen=True)
class Line:
    """From one year to the next."""

    x: int
    y: int
    to_x: int
    to_y: int


@dataclass(frozen=True)
class Break:
    """Between two years that cannot be set beside each other: where, its number, and why."""

    number: int
    x: int
    reason: str


@dataclass(frozen=True)
class Trend:
    """The picture: its size, the years, what joins them, and where the series breaks."""

    marks: tuple[YearMark, ...]
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    levels: tuple[Level, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    bottom: int = BOTTOM


def trend(observed: Sequence[Observed]) -> Trend:
    """Where each year stands, and a line to the year after it unless one is not known or the series breaks there.

    Raises ValueError for no years, and for a year that is told twice.
    """
    ordered = sorted(observed, key=lambda one: one.year)
    years = [one.year for one in ordered]
    if not years or len(set(years)) < len(years):
        raise ValueError("A trend has years, and each of them once.")
    most = max((one.found.high for one in ordered if one.found), default=1.0)
    up = scale(most, low=BOTTOM, high=TOP)
    marks = tuple(_marks(ordered, up))
    return Trend(marks, tuple(_lines(marks)), tuple(_breaks(marks)), tuple(up.levels()))


def _marks(ordered: Sequence[Observed], up: Scale) -> Iterator[YearMark]:
    first, last = ordered[0].year, ordered[-1].year
    low, high = LEFT + APART // 2, RIGHT - APART // 2
    apart = (high - low) / max(last - first, 1)
    every = max(1, -(-APART // max(1, int(apart))))  # so many years share the room of one word
    for one in ordered:
        x = low + round((one.year - first) * apart) if last > first else (low + high) // 2
        label = f"{one.year}{'*' if one.provisional else ''}" if (last - one.year) % every == 0 else ""
        if one.found is None:
            yield YearMark(one, x, None, BOTTOM, BOTTOM, label)
        else:
            y, bottom, top = (up.place(value) for value in (one.found.value, one.found.low, one.found.high))
            yield YearMark(one, x, y, bottom, top, label)


def _lines(marks: Sequence[YearMark]) -> Iterator[Line]:
    for one, after in pairwise(marks):
        follows = after.observed.year == one.observed.year + 1 and not after.observed.broken
        if follows and one.y is not None and after.y is not None:
            yield Line(one.x, one.y, after.x, after.y)


def _breaks(marks: Sequence[YearMark]) -> Iterator[Break]:
    broken = [(one, after) for one, after in pairwise(marks) if after.observed.broken]
    for number, (one, after) in enumerate(broken, start=1):
        yield Break(number, (one.x + after.x) // 2, after.observed.broken)
