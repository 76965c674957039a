"""A text in small plain letters, from which one can go back to how it was typed."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from regie.persons.rules import LETTERS

SIGNS = {**dict.fromkeys("’‘`´ʼ′", "'"), **dict.fromkeys("‐‑‒–—−", "-")}
UNSEEN = ("Mn", "Me", "Cf")  # accents that stand apart, and signs that nobody sees between two letters
AFTER = ".!?:;\n\"“”„«»'([-•*"  # after these a sentence, a quotation or a line of a list begins


@dataclass(frozen=True)
class Written:
    """What was typed, the same in small letters without accents, and of each of these its place in what was typed."""

    typed: str
    plain: str
    places: tuple[int, ...]

    def as_typed(self, start: int, end: int) -> str:
        """What stands there, as it was typed."""
        last = self.places[end - 1] + 1
        while last < len(self.typed) and unicodedata.category(self.typed[last]) in UNSEEN:
            last += 1
        return self.typed[self.places[start] : last].strip()

    def is_capital(self, place: int) -> bool:
        """Whether a capital stands there."""
        return self.typed[self.places[place]].isupper() or self.typed[self.places[place]].istitle()

    def begins(self, place: int) -> bool:
        """Whether a sentence, a quotation or a line begins there."""
        last = self.places[place] - 1
        while last >= 0 and self.typed[last] in " \t":
            last -= 1
        return last < 0 or self.typed[last] in AFTER


def written(text: str) -> Written:
    """This text, folded; a letter that becomes two (ß) has its place twice."""
    letters = [(plain, place) for place, typed in enumerate(text) for plain in _folded(typed)]
    return Written(text, "".join(plain for plain, _ in letters), tuple(place for _, place in letters))


def folded(text: str) -> str:
    """The same for a word of which nobody asks how it was typed."""
    return written(text).plain


def _folded(typed: str) -> Iterator[str]:
    sign = SIGNS.get(typed, typed)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", sign).casefold().translate(LETTERS))
    for letter in plain.casefold():
        if unicodedata.category(letter) not in UNSEEN:
            yield SIGNS.get(letter, letter)
