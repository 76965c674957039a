"""Dutch words and their stems: *gesprekken* is found by *gesprek*, accents or not, in every database alike."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import local

import snowballstemmer

from regie.base.errors import NotValid
from regie.contacts.rules.stop_words import STOP_WORDS

ALGORITHM = "dutch_porter"
LONGEST_STEM = 40
LONGEST_QUESTION = 200
MOST_WORDS = 10
SHORTEST_WORD = 2

_WORD = re.compile(r"[^\W_]+")
_own = local()  # a stemmer keeps the word it works on, and the server works with threads


@dataclass(frozen=True)
class Sought:
    """The stems that must all stand in a contact, and the words by which nobody can be found."""

    stems: tuple[str, ...]
    left_out: tuple[str, ...] = ()


def sought_by(text: str) -> Sought:
    """What to search by; raises NotValid when there is nothing to search by, or too much."""
    if len(text) > LONGEST_QUESTION:
        raise NotValid("Dit is te lang. Typ een paar woorden.", field="text")
    words = list(dict.fromkeys(match.group() for match in words_in(text)))
    if not words:
        raise NotValid("Typ een woord waarop u wilt zoeken.", field="text")
    stems = tuple(dict.fromkeys(filter(None, map(stem_of, words))))
    if not stems:
        raise NotValid(
            "Deze woorden zijn te kort of staan overal. Typ een woord dat meer zegt, bijvoorbeeld ‘schuld’.",
            field="text",
        )
    if len(stems) > MOST_WORDS:
        raise NotValid(f"Dit zijn te veel woorden. Typ er hoogstens {MOST_WORDS}.", field="text")
    return Sought(stems, tuple(word for word in words if not stem_of(word)))


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Every stem that stands in one of these texts."""
    return frozenset(stem for text in texts for match in words_in(text) if (stem := stem_of(match.group())))


def words_in(text: str) -> Iterator[re.Match[str]]:
    """Each word with its place in the text as `as_written` gives it; a hyphen or an apostrophe ends a word."""
    return _WORD.finditer(as_written(text))


def as_written(text: str) -> str:
    """The text in which every letter with an accent is one letter, however it was typed."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=50_000)  # to find a stem takes 60 µs, and an officer's language has few words
def stem_of(word: str) -> str:
    """Its stem; the empty text for a word that is too short or that stands everywhere."""
    plain = _folded(word)
    if len(plain) < SHORTEST_WORD or plain in STOP_WORDS:
        return ""
    stem: str = _stemmer().stemWord(plain)
    return stem[:LONGEST_STEM]


def _folded(word: str) -> str:
    """In small letters, without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _stemmer() -> "snowballstemmer.stemmer":
    if not hasattr(_own, "stemmer"):
        _own.stemmer = snowballstemmer.stemmer(ALGORITHM)
    return _own.stemmer
