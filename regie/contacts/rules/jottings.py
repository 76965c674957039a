"""What an officer jotted down on a telephone without a network, as it comes out of its envelope."""

import json
import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from regie.base.errors import NotValid
from regie.contacts.enums import ContactKind, Outcome

HERE = ZoneInfo("Europe/Amsterdam")  # where the telephone is that says what time it is
LONGEST_JOTTING, LONGEST_ABOUT = 10_000, 200
OLD = timedelta(
    days=60
)  # our own choice: a note is placed within days, so that an older day is a wrong clock
YEARS = range(1970, 2200)  # what the clock of a telephone can say
NO_JOTTING = "Dit is geen kladnotitie."


@dataclass(frozen=True)
class Jotted:
    """His words, about whom as he typed it, and how he sought contact; `told_at` is what the telephone said."""

    told_at: datetime
    words: str
    about: str = ""
    kind: str = ""
    outcome: str = ""


def sealed_about(writer: uuid.UUID, ref: uuid.UUID) -> str:
    """What an envelope is about: whose note it is and which one, so that nobody can send it as that of another."""
    return f"regie jotting {writer} {ref}"


def read_jotting(content: bytes) -> Jotted:
    """What stands in an opened envelope. Raises NotValid when it is no note of ours.

    A kind that is not known (any more) is left open: that is asked when the note is placed, and his words stay.
    """
    try:
        told: Any = json.loads(content)
        told_at = datetime.strptime(told["told"], "%Y-%m-%dT%H:%M").replace(tzinfo=HERE)
        texts = [told[name] for name in ("words", "about", "kind", "outcome")]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise NotValid(NO_JOTTING) from None
    if not all(isinstance(text, str) for text in texts):
        raise NotValid(NO_JOTTING)
    words, about, kind, outcome = map(_clean, texts)
    sound = 0 < len(words) <= LONGEST_JOTTING and len(about) <= LONGEST_ABOUT and told_at.year in YEARS
    if not sound:
        raise NotValid(NO_JOTTING)
    return Jotted(
        told_at,
        words,
        about,
        kind if kind in ContactKind.values else "",
        outcome if outcome in Outcome.values else "",
    )


def _clean(text: str) -> str:
    """A text that every database can hold: half a letter and the sign of nothing are left out."""
    return text.encode(errors="replace").decode().replace("\x00", "").strip()


def day_in_doubt(told_on: date, *, on: date) -> bool:
    """Whether the clock of the telephone may have been wrong: the day has not been, or is long ago."""
    return told_on > on or told_on < on - OLD
