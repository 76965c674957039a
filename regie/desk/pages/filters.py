"""What a list is narrowed to, kept in its address: codes only, never a name or a word that somebody typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

NOTE = "Een keuze in dit adres bestaat niet. Die doet niet mee."


@dataclass(frozen=True)
class Option:
    """One choice: the code that stands in the address, and the words."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """One question about the list; the first choice leaves it as it is."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Filters:
    """The questions with what was chosen; `query` is the address of it, `note` says that something was no choice."""

    all: tuple[Filter, ...]
    chosen: Mapping[str, str]
    query: str
    note: str

    def of(self, name: str) -> str:
        """The code that was chosen, empty when nothing was."""
        return self.chosen.get(name, "")


Asked = tuple[str, str, Sequence[tuple[str, str]]]  # name, label, and codes with their words


def read_filters(address: Mapping[str, str], asked: Sequence[Asked]) -> Filters:
    """What this address chooses; what is no choice is left out, and said."""
    chosen, wrong = {}, False
    for name, _, options in asked:
        value = address.get(name, "")
        if value in {code for code, _ in options}:
            chosen[name] = value
        wrong = wrong or bool(value and name not in chosen)
    kept = {name: value for name, value in chosen.items() if value}
    drawn = tuple(
        Filter(name, label, tuple(Option(code, words, code == kept.get(name, "")) for code, words in options))
        for name, label, options in asked
    )
    return Filters(drawn, kept, urlencode(kept), NOTE if wrong else "")
