"""A text as words and sentences. A new line ends a sentence, for people write one thing on a line.

No library splits Dutch as we need it: with the place of each word, in linear time on whatever is pasted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Every repeat takes at least one character and gives none back: no text, however odd, takes more than linear time.
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)[^\s<>]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})"
    r"|(?P<dotted>\b(?:[^\W\d_]\.){2,9}(?:[^\W\d_]\b)?|\bt/m\b)"
    r"|(?P<number>\d+(?:[.,:/-]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    r"|(?P<end>[.!?…]+)"
    r"|(?P<line>\n)",
    re.IGNORECASE,
)
# After these a full stop ends no sentence; after what is a word too only when a small letter or a number follows.
BEFORE_A_STOP = frozenset(
    "afd bijv blz bv dhr dr drs ed etc evt excl incl ing jl mevr mr mw resp vgl zgn".split()
)
A_WORD_TOO = frozenset("art ca gem max min nr tel".split())
NEAR = 80  # characters in which it is seen whether more follows
SPOKEN = frozenset({"word", "number", "link", "dotted"})


@dataclass(frozen=True)
class Token:
    """A word, a number, a link or an abbreviation with full stops, and where it stands."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """As it stands in a list."""
        return self.text.lower()


Sentence = tuple[Token, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, each its words in order; never an empty one."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind in SPOKEN:
            found.append(Token(kind, match[0], match.start(), match.end()))
        elif found and (kind == "line" or _ends(text, match, found[-1])):
            yield tuple(found)
            found = []
    if found:
        yield tuple(found)


def _ends(text: str, stop: re.Match[str], last: Token) -> bool:
    """Whether this stop ends the sentence: not in "art. 3" or "nee.nl"; the number of a list stands by itself."""
    if text[stop.end() : stop.end() + 1].isalnum():
        return False
    if stop[0] != "." or last.end != stop.start():
        return True
    if last.lower in A_WORD_TOO:
        rest = text[stop.end() : stop.end() + NEAR].lstrip()
        return rest[:1].isupper()
    return last.lower not in BEFORE_A_STOP
