"""The approach as it holds for a municipality on a day: what the three layers say together."""

from dataclasses import dataclass

from regie.approach.enums import CountedFrom, ReckonedOn, Weight
from regie.approach.rules.deadline import DeadlineRule


@dataclass(frozen=True)
class Entry:
    """One thing of a list, such as a life domain or a phase: its code, its Dutch title, and words about it."""

    code: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Criterion:
    """One thing to weigh: its code, the question in plain Dutch, and how it counts (never OFF)."""

    code: str
    question: str
    weight: Weight


@dataclass(frozen=True)
class Approach:
    """What holds in a municipality on a day. `editions` are the keys of the stored layers it was made of, high to low.

    Units: ages in full years, `shortest` in months, `message_term` in days, `caseload` in young people.
    None is: not laid down.
    """

    editions: tuple[int, ...]
    youngest: int | None
    oldest: int | None
    reckoned_on: ReckonedOn
    shortest: int
    counted_from: CountedFrom
    message_term: int
    caseload: int | None
    smallest_shown: int
    life_domains: tuple[Entry, ...]
    core_tasks: tuple[Entry, ...]
    phases: tuple[Entry, ...]
    criteria: tuple[Criterion, ...]
    deadlines: tuple[DeadlineRule, ...]
