"""What the gallery shows: the shapes of its examples; examples.py fills them."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.forms import Form

from regie.figures.rules import Funnel, RingDrawing, Trend
from regie.ui.pictograms import Pictograms


@dataclass(frozen=True)
class Link:
    """A word with an address: a crumb or an action."""

    label: str
    url: str = ""
    variant: str = "primary"
    icon: str = ""


@dataclass(frozen=True)
class Badge:
    """A state in one or two words."""

    label: str
    tone: str
    icon: str = ""


@dataclass(frozen=True)
class Fact:
    """A fact under a name, or a term with its description."""

    text: str = ""
    icon: str = ""
    term: str = ""
    description: str = ""
    more: str = ""
    url: str = ""


@dataclass(frozen=True)
class PersonCard:
    """One young person in the list."""

    name: str
    phase: str = ""
    tone: str = "unknown"
    age: int | None = None
    clock: str = ""
    clock_calls: bool = False
    contact: str = ""
    url: str = "#personen"
    note: str = ""


@dataclass(frozen=True)
class Point:
    """One point of the day-one clock."""

    label: str
    state: str
    date_text: str = ""
    note: str = ""
    between: str = ""


@dataclass(frozen=True)
class DayOne:
    """The day-one clock of one trajectory."""

    title: str
    state: str
    sentence: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Entry:
    """Something that happened."""

    kind: str
    date_text: str
    who: str
    words: str = ""
    icon: str = "notes"
    quiet: bool = False


@dataclass(frozen=True)
class Cell:
    """A table cell with a link or a second line."""

    text: str
    url: str = ""
    more: str = ""

    def __str__(self) -> str:
        """Return the text, as the cells of real pages do."""
        return self.text


@dataclass(frozen=True)
class Choice:
    """A radio button as a card."""

    value: str
    title: str
    lines: tuple[str, ...] = ()
    badge: str = ""
    tone: str = "neutral"
    checked: bool = False
    disabled: bool = False


@dataclass(frozen=True)
class Sociogram:
    """The people around somebody in a picture; `outside` says who is not in it."""

    name: str
    drawing: RingDrawing
    outside: str = ""


@dataclass(frozen=True)
class TrendChart:
    """A value year after year: a picture, and the same in a table."""

    title: str
    drawing: Trend
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FunnelChart:
    """Rates between the limits of chance: a picture with what its parts are called, and the same in a table."""

    title: str
    marked: str
    reference: str
    along: str
    drawing: Funnel
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class GalleryPage:
    """Everything on the gallery page."""

    form: Form
    refused: Form
    overtaken: Form
    numbered: Page
    long: str
    crumbs: tuple[Link, ...]
    actions: tuple[Link, ...]
    badges: tuple[Badge, ...]
    facts: tuple[Fact, ...]
    known: tuple[Fact, ...]
    people: tuple[PersonCard, ...]
    clocks: tuple[DayOne, ...]
    entries: tuple[Entry, ...]
    sociograms: tuple[Sociogram, ...]
    trends: tuple[TrendChart, ...]
    funnel: FunnelChart
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    choices: tuple[Choice, ...]
    accents: tuple[str, ...]
    pictograms: tuple[Pictograms, ...]
