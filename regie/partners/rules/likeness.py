"""Which entries of the social map may be one and the same; somebody decides, this only shows them beside each other."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import jellyfish

from regie.partners.enums import AlikeBy
from regie.partners.rules.facilities import folded

SHARED = 5  # a number or address that more entries have than this is of a switchboard, and says nothing
ALIKE = 0.93  # Jaro-Winkler similarity from which two folded names are shown beside each other


@dataclass(frozen=True)
class Described:
    """One entry as far as it says who it is: for an organisation where it is, for a professional where he works."""

    key: int
    name: str
    phone: str = ""
    email: str = ""
    place: str = ""
    works_at: int | None = None
    is_person: bool = False

    @cached_property
    def joined(self) -> str:
        """The name without capitals, diacritics, punctuation and spaces."""
        return folded(self.name).replace(" ", "")

    @cached_property
    def numbers(self) -> list[str]:
        """The numbers in the name: team 1 is not team 2, however alike they sound."""
        return re.findall(r"\d+", self.name)

    @cached_property
    def sound(self) -> str:
        """How the name sounds, roughly."""
        return jellyfish.metaphone(self.joined)

    @cached_property
    def where(self) -> str | int | None:
        """The place of an organisation, or where a professional works; empty when that is not known."""
        return folded(self.place) or self.works_at

    def near(self, other: "Described") -> bool:
        """Whether both can be in one place: one of both says not where, or both say the same."""
        return not self.where or not other.where or self.where == other.where


def pairs_alike(entries: Sequence[Described]) -> dict[tuple[int, int], tuple[AlikeBy, ...]]:
    """Keys of two entries (the lower first) → by what they are alike; those who are alike in most come first."""
    found: dict[tuple[int, int], list[AlikeBy]] = defaultdict(list)
    for by, pairs in (
        (AlikeBy.NAME, _same_name(entries)),
        (AlikeBy.PHONE, _same(entries, lambda entry: entry.phone)),
        (AlikeBy.EMAIL, _same(entries, lambda entry: entry.email)),
        (AlikeBy.SOUND, _sounding(entries)),
    ):
        for one, other in pairs:
            found[min(one.key, other.key), max(one.key, other.key)].append(by)
    return {pair: tuple(by) for pair, by in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))}


def _grouped(
    entries: Sequence[Described], key: Callable[[Described], str]
) -> Iterator[tuple[Described, ...]]:
    groups: dict[str, list[Described]] = defaultdict(list)
    for entry in entries:
        if key(entry):
            groups[key(entry)].append(entry)
    return (tuple(group) for group in groups.values())


def _same_name(entries: Sequence[Described]) -> Iterator[tuple[Described, Described]]:
    for group in _grouped(entries, lambda entry: entry.joined):
        yield from (pair for pair in combinations(group, 2) if pair[0].near(pair[1]))


def _same(
    entries: Sequence[Described], key: Callable[[Described], str]
) -> Iterator[tuple[Described, Described]]:
    """Entries with one number or address; of two colleagues it is the number of their desk."""
    for group in _grouped(entries, key):
        if len(group) <= SHARED:
            for one, other in combinations(group, 2):
                colleagues = one.is_person and one.works_at is not None and one.works_at == other.works_at
                if not colleagues:
                    yield one, other


def _sounding(entries: Sequence[Described]) -> Iterator[tuple[Described, Described]]:
    for group in _grouped(entries, lambda entry: entry.joined[:1]):
        for one, other in combinations(group, 2):
            if one.joined != other.joined and one.near(other) and _heard_as(one, other):
                yield one, other


def _heard_as(one: Described, other: Described) -> bool:
    if one.numbers != other.numbers:
        return False
    first, second = sorted((one.joined, other.joined))  # the measure is not quite the same both ways
    return one.sound == other.sound or jellyfish.jaro_winkler_similarity(first, second) >= ALIKE
