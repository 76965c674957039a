"""What his file knows by which he can be recognised, and a word of a text that does so."""

from dataclasses import dataclass
from datetime import date

from regie.anonymity.enums import Recognised


@dataclass(frozen=True)
class Known:
    """By kind what stands in his file, as it stands there; `names` are given names and family name, also former ones.

    `places` are told in words, `work` is what fills his week, and `organisations` are no people, whoever owns them.
    """

    names: tuple[tuple[str, str], ...] = ()
    nicknames: frozenset[str] = frozenset()
    birth_dates: frozenset[date] = frozenset()
    people: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    municipalities: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    work: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Found:
    """A word of a text, by its first and last place there, and what it is of him."""

    start: int
    end: int
    kind: Recognised

    def beside(self, other: "Found") -> bool:
        """Whether no letter belongs to both."""
        return self.end <= other.start or other.end <= self.start


@dataclass(frozen=True)
class Leak:
    """The word as it stands in the text, and what it is of him; beside `together` only both say who he is."""

    word: str
    kind: Recognised
    together: str = ""

    @property
    def sentence(self) -> str:
        """What is said to who wrote it."""
        if self.together:
            return f"‘{self.word}’ en ‘{self.together}’ samen zeggen wie hij is. Laat één van beide weg."
        return f"‘{self.word}’ {self.kind.label}. Schrijf het zonder."
