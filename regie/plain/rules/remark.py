"""One remark about a text: a hint, and never a refusal."""

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What makes it hard to read."""

    LONG = "long"
    SHORTENED = "shortened"
    DIFFICULT = "difficult"
    PASSIVE = "passive"
    TWO_THINGS = "two_things"
    CAPITALS = "capitals"


@dataclass(frozen=True, order=True)
class Remark:
    """Where it is (characters from `start` up to `end`), what it is, and how to say it more easily.

    `said` is the hint in one plain Dutch sentence or two; `easier` the words to use instead, empty when there are none.
    """

    start: int
    end: int
    trouble: Trouble
    said: str
    easier: str = ""
