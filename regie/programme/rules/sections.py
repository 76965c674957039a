"""A plan page as its sections: what stands under each heading, in the order that the municipality chose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from regie.programme.enums import BlockKind
from regie.programme.rules.caseload import MonthCount
from regie.programme.rules.results import Result


@dataclass(frozen=True)
class Reached:
    """A milestone as it stands on the page: quarters as they are kept ("2025-Q1"), empty when nobody knows."""

    name: str
    planned: str
    real: str
    real_on: date | None
    why: str


@dataclass(frozen=True)
class Section:
    """What stands under one heading; in pairs: title and address, words and who says them."""

    kind: str
    heading: str
    year: int | None = None
    paragraphs: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    results: tuple[Result, ...] = ()
    milestones: tuple[Reached, ...] = ()
    caseload: tuple[MonthCount, ...] = ()
    voices: tuple[tuple[str, str], ...] = ()


def in_order(sections: Iterable[Section], order: Sequence[str]) -> list[Section]:
    """By the order of the kinds; what it does not name comes last; of years the newest first."""
    places = {kind: place for place, kind in enumerate(order)}
    own = {kind.value: place for place, kind in enumerate(BlockKind)}
    return sorted(
        sections,
        key=lambda one: (places.get(one.kind, len(places)), own.get(one.kind, len(own)), -(one.year or 0)),
    )
