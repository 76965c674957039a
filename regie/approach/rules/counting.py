"""How a day is counted from a fact, as a layer writes it: "4 weeks after day_one", "1/6 of sentence before release"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from regie.approach.enums import Anchor, Unit
from regie.approach.rules.wrong import Wrong

LENGTH = re.compile(r"(\d{1,4}) (days?|working_days?|weeks?|months?)", re.ASCII)
SHARE = re.compile(r"([1-9])/([2-9]) of (sentence|rest)", re.ASCII)
COUNTED = re.compile(r"(?:(on)|(.+?) (after|before)) (\w+)", re.ASCII)
WORD = TypeVar("WORD", bound=StrEnum)
ONE = {Unit.DAYS: "dag", Unit.WORKING_DAYS: "werkdag", Unit.WEEKS: "week", Unit.MONTHS: "maand"}
PARTS = {
    2: "tweede",
    3: "derde",
    4: "kwart",
    5: "vijfde",
    6: "zesde",
    7: "zevende",
    8: "achtste",
    9: "negende",
}
TIMES = ("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
EXAMPLE = (
    'schrijf bijvoorbeeld "4 weeks after day_one", "2 weeks before release", "on hearing", '
    '"2/3 of sentence after day_one" of "12 months and 1/3 of rest after day_one"'
)


@dataclass(frozen=True)
class Length:
    """So many days, working days, weeks or months."""

    number: int
    unit: Unit

    @property
    def words(self) -> str:
        """As people say it: "4 weken"."""
        return f"{self.number} {ONE[self.unit] if self.number == 1 else self.unit.label}"


@dataclass(frozen=True)
class Span:
    """From which length to which; with `above` the least one itself does not count. None has no bound there."""

    least: Length | None = None
    most: Length | None = None
    above: bool = False

    def __bool__(self) -> bool:
        return bool(self.least or self.most)

    @property
    def words(self) -> str:
        """As people say it: "vanaf 8 dagen tot en met 12 maanden"."""
        begins = "langer dan" if self.above else "vanaf"
        least = f"{begins} {self.least.words}" if self.least else ""
        return " ".join(filter(None, (least, f"tot en met {self.most.words}" if self.most else "")))


@dataclass(frozen=True)
class Counting:
    """A day so long after a fact, or before it; without a length on that very day.

    `share` is that part of his sentence on top of the length: of all of it, or with a length of what is left then.
    """

    anchor: Anchor
    length: Length | None = None
    before: bool = False
    share: Fraction | None = None

    @property
    def words(self) -> str:
        """As people say it: "4 weken na dag één van de detentie"."""
        long = " en ".join(filter(None, (self.length.words if self.length else "", self._share)))
        if not long:
            day = self.anchor.label
            return f"op {day}" if day.startswith("de dag ") else f"op de dag van {day}"
        return f"{long} {'voor' if self.before else 'na'} {self.anchor.label}"

    @property
    def _share(self) -> str:
        if self.share is None:
            return ""
        part = f"{TIMES[self.share.numerator]} {PARTS[self.share.denominator]}"
        return f"{part} van {'wat dan rest van zijn straf' if self.length else 'zijn straf'}"


def read_counting(value: Any, key: str) -> Counting:
    """The counting that was written; raises Wrong."""
    found = COUNTED.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise Wrong(f"{key}: {EXAMPLE}")
    on, long, way, anchor = found.groups()
    length, share = (None, None) if on else _long(long, key)
    return Counting(read_word(Anchor, anchor, key), length, way == "before", share)


def _long(value: str, key: str) -> tuple[Length | None, Fraction | None]:
    """A length, a share of the sentence, or a length and a share of the rest."""
    first, _, last = value.rpartition(" and ")
    length, share = _length(first or value), SHARE.fullmatch(last)
    if share is None:
        if first or length is None:
            raise Wrong(f"{key}: {EXAMPLE}")
        return length, None
    part, of_rest = Fraction(int(share[1]), int(share[2])), share[3] == "rest"
    if part >= 1 or of_rest != bool(first) or of_rest != bool(length):
        raise Wrong(f"{key}: {EXAMPLE}")
    return length, part


def _length(value: Any) -> Length | None:
    found = LENGTH.fullmatch(value) if isinstance(value, str) else None
    return Length(int(found[1]), Unit(f"{found[2].removesuffix('s')}s")) if found else None


def read_length(value: Any, key: str) -> Length:
    """The length that was written; raises Wrong."""
    found = _length(value)
    if found is None:
        raise Wrong(f'{key}: schrijf bijvoorbeeld "10 working_days", "4 weeks" of "6 months"')
    return found


def read_span(value: Any, key: str) -> Span:
    """From which length to which; raises Wrong."""
    if (
        not isinstance(value, Mapping)
        or set(value) - {"from", "above", "until"}
        or {"from", "above"} <= set(value)
    ):
        raise Wrong(f"{key}: schrijf from of above, en until")
    ends = [read_length(value[end], key) if end in value else None for end in ("from", "above", "until")]
    return Span(ends[0] or ends[1], ends[2], above=ends[1] is not None)


def read_day(value: Any, key: str) -> date:
    """The day that was written; raises Wrong."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong(f"{key}: schrijf een datum als 2026-01-31")
    return value


def read_word(words: type[WORD], value: Any, key: str) -> WORD:
    """One of a few words; raises Wrong."""
    try:
        return words(value)
    except ValueError:
        raise Wrong(f"{key}: {value} kennen we niet; kies uit {', '.join(words)}") from None


def read_words(words: type[WORD], value: Any, key: str) -> tuple[WORD, ...]:
    """Several of them; raises Wrong."""
    if isinstance(value, str) or not isinstance(value, (list, tuple)):
        raise Wrong(f"{key}: schrijf een lijst tussen [ en ]")
    return tuple(read_word(words, one, key) for one in value)


def read_text(value: Any, key: str) -> str:
    """What was written in words; raises Wrong."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong(f"{key}: schrijf het in woorden")
    return value.strip()
