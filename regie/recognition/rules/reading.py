"""What recognition tells: findings with the lines they come from. Unknown is allowed, wrong is not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MessageKind(StrEnum):
    """What a message is about."""

    START = "start"
    MOVED = "moved"
    RELEASE_DATE = "release_date"
    END = "end"
    PLAN = "plan"

    @property
    def label(self) -> str:
        """The words on the screen."""
        return {
            MessageKind.START: "Begin detentie",
            MessageKind.MOVED: "Overplaatsing",
            MessageKind.RELEASE_DATE: "Nieuwe ontslagdatum",
            MessageKind.END: "Einde detentie",
            MessageKind.PLAN: "Deelbaar D&R-plan",
        }[self]


class Part(StrEnum):
    """One thing that can be recognised."""

    GIVEN_NAMES = "given_names"
    FAMILY_NAME = "family_name"
    BIRTH_DATE = "birth_date"
    BSN = "bsn"
    FACILITY = "facility"  # the name as our list has it, or else as it was written behind a label
    PLACE = "place"  # where he lives or is registered, as written
    ENTERED_ON = "entered_on"  # the first day of this detention
    MOVED_ON = "moved_on"
    RELEASE_ON = "release_on"
    RELEASE_KIND = "release_kind"  # a value of regie.detention.enums.ReleaseKind, as text
    LEFT_ON = "left_on"  # he is out, since this day
    TITLE = "title"  # a value of regie.detention.enums.Title, as text
    LENGTH_DAYS = "length_days"
    LENGTH_MONTHS = "length_months"
    LENGTH_YEARS = "length_years"


@dataclass(frozen=True)
class Finding:
    """One value, and the line (counted from 0 in the text it was read from) it stands on."""

    value: str | date | int
    line: int


@dataclass(frozen=True)
class PersonReading:
    """What one text says about one young person.

    `text` is his own part of it; `findings` has at most one value for a part: where the text says two different
    things, neither is here. `rest` are the numbers of the lines of `text` from which nothing was taken.
    """

    text: str
    kind: MessageKind | None
    findings: Mapping[Part, Finding]
    rest: tuple[int, ...]


@dataclass(frozen=True)
class Reading:
    """What a whole message says: about whom, and whether it is a BIJ message (another purpose: it may not stay)."""

    people: tuple[PersonReading, ...]
    is_bij: bool = False
