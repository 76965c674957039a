"""The list of difficult words, each with an easier one, ready to look in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from regie.plain.rules.sentences import Sentence, sentences

ENDINGS = ("en", "s", "e", "n")  # beschikking, beschikkingen; adequaat stands there with adequate
LEAST = 5  # letters: a shorter word is never found with an ending


@dataclass(frozen=True)
class Wordlist:
    """Words and expressions, each with what is easier; `fine` are words and abbreviations that may stand here."""

    easier: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)
    fine: frozenset[str] = frozenset()

    @staticmethod
    def of(pairs: Iterable[tuple[str, str]]) -> "Wordlist":
        """From pairs of a difficult word and an easier one; without an easier one the word is fine."""
        return _made(tuple(pairs))

    def at(self, sentence: Sentence, place: int) -> tuple[int, str]:
        """How many words from this place on stand in the list (the longest expression), and what is easier."""
        first = sentence[place].lower
        for number in range(min(self.longest.get(first, 1), len(sentence) - place), 0, -1):
            found = self.easier.get(tuple(token.lower for token in sentence[place : place + number]))
            if found:
                return number, found
        return (1, found) if first not in self.fine and (found := self._with_ending(first)) else (0, "")

    def _with_ending(self, word: str) -> str:
        stems = (word.removesuffix(one) for one in ENDINGS if word.endswith(one))
        found = (self.easier.get((stem,), "") for stem in stems if len(stem) >= LEAST)
        return next(filter(None, found), "")


@lru_cache(maxsize=16)
def _made(pairs: tuple[tuple[str, str], ...]) -> Wordlist:
    easier: dict[tuple[str, ...], str] = {}
    longest: dict[str, int] = {}
    fine = set()
    for word, instead in pairs:
        key = tuple(token.lower for sentence in sentences(word) for token in sentence)
        if not key:
            continue
        if not instead:
            fine.add(" ".join(key))
            continue
        easier[key] = instead
        longest[key[0]] = max(len(key), longest.get(key[0], 1))
    return Wordlist(easier, longest, frozenset(fine))
