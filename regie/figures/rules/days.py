"""What a picture of days is made of: marks on lanes, the span it shows, and where each came to stand.

Lengths are units of the drawing, whole ones: a page writes them as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regie.figures.rules.lettering import shortened, wide

BEFORE, AFTER = timedelta(days=366), timedelta(days=731)  # how far around its core a picture reaches at most
BETWEEN = " · "


@dataclass(frozen=True)
class Mark:
    """A day, or the days until `until`, on a lane; `shape` is how it is drawn, `label` and `note` what it says.

    A quiet one is drawn lighter: it no longer holds.
    """

    lane: str
    since: date
    shape: str
    label: str
    note: str = ""
    until: date | None = None
    quiet: bool = False

    @property
    def last(self) -> date:
        """Its last day."""
        return max(self.since, self.until or self.since)


@dataclass(frozen=True)
class Span:
    """The days a picture shows, from the first to the last."""

    begin: date
    end: date

    def shows(self, mark: Mark) -> bool:
        """Whether any of its days stands in the picture."""
        return mark.since <= self.end and mark.last >= self.begin

    def place(self, day: date, low: int, high: int) -> int:
        """Where a day stands between `low` and `high`; what lies outside stands at the edge."""
        share = (min(max(day, self.begin), self.end) - self.begin) / (self.end - self.begin)
        return low + round(share * (high - low))

    def years(self) -> list[date]:
        """The first day of each year that begins within it."""
        years = range(self.begin.year + 1, self.end.year + 1)
        return [date(year, 1, 1) for year in years]


def span_of(marks: Iterable[Mark], *, core: Sequence[date]) -> Span:
    """From the first to the last day of the core and of what lies around it, not further than a year or two away."""
    first, last = min(core), max(core)
    days = [day for mark in marks for day in (mark.since, mark.last)]
    around = [day for day in days if first - BEFORE <= day <= last + AFTER]
    begin = min([first, *around])
    return Span(begin, max([last, begin + timedelta(days=1), *around]))


@dataclass(frozen=True)
class Placed:
    """A mark where it stands: from `start` to `end` along the days, `across` them, with its words beside it."""

    mark: Mark
    start: int
    end: int
    across: int
    label_x: int
    label_y: int
    label: str
    note: str
    backwards: bool = False  # the words end at label_x

    @property
    def length(self) -> int:
        """How long it is along the days."""
        return self.end - self.start


@dataclass(frozen=True)
class Tick:
    """Where a year begins."""

    label: str
    at: int


@dataclass(frozen=True)
class Lane:
    """A strip of the picture with one kind of marks."""

    title: str
    low: int
    high: int

    @property
    def middle(self) -> int:
        """Halfway its height."""
        return (self.low + self.high) // 2


@dataclass(frozen=True)
class Drawing:
    """A picture of days: its size and what stands where; `today` is along the days."""

    width: int
    height: int
    placed: tuple[Placed, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: int

    @property
    def today_backwards(self) -> bool:
        """Whether the word for today stands before its line: it stands in the second half."""
        return self.today > self.width // 2


def worded(mark: Mark, most: float) -> tuple[str, str]:
    """Its label and what is said behind it, shortened to one line of at most so wide."""
    label = shortened(mark.label, most)
    rest = most - wide(label) - wide(BETWEEN)
    note = shortened(mark.note, rest)
    return label, note if mark.note and note != "…" else ""


def ticks_of(span: Span, low: int, high: int, *, apart: int) -> tuple[Tick, ...]:
    """The years that begin within the span, with room for their words."""
    ticks: list[Tick] = []
    for day in span.years():
        at = span.place(day, low, high)
        if at <= high - apart // 2 and (not ticks or at - ticks[-1].at >= apart):
            ticks.append(Tick(f"{day:%Y}", at))
    return tuple(ticks)
