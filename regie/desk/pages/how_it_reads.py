"""How a text reads for him: what is in the way, and how it can be said more easily. A hint, kept nowhere."""

from dataclasses import dataclass
from datetime import date

from regie.accounts.models import Municipality
from regie.approach.queries import approaches_for
from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.plain.rules import LONGEST_SENTENCE, Remark, Wordlist, remarks

MOST = 20_000  # characters that are looked at
FEW, MANY = 4, 30  # remarks at once: while typing, and on a page of their own
QUOTED = 60  # characters of what a remark is about


@dataclass(frozen=True)
class Hint:
    """What is in the way, and the words it is about when the hint itself does not name them."""

    said: str
    quote: str


@dataclass(frozen=True)
class ReadText:
    """One text with what is in the way; `more` is how many hints are left out, `cut` that only its begin was read."""

    text: str
    hints: tuple[Hint, ...]
    more: int = 0
    cut: bool = False


@dataclass(frozen=True)
class Reader:
    """Reads with the words of the municipalities where somebody works."""

    words: Wordlist
    longest: int

    @classmethod
    def of(cls, viewer: Actor, *, on: date) -> "Reader":
        """Of several municipalities all words, and the shortest sentence; one query, and one for each of them."""
        places = Municipality.objects.filter(pk__in={post.municipality_id for post in viewer.posts})
        try:
            found = [one for _, one in sorted(approaches_for(places, on=on).items())]
        except NotNow:  # no approach was loaded yet: then without its words
            found = []
        pairs = ((word.code, word.title) for approach in found for word in approach.plain_words)
        return cls(Wordlist.of(pairs), min((one.longest_sentence for one in found), default=LONGEST_SENTENCE))

    def read(self, text: str, *, most: int = MANY) -> ReadText:
        """What is in the way, at most so many hints; no query."""
        begin = text[:MOST]
        found = remarks(begin, self.words, longest=self.longest)
        hints = tuple(_hint(begin, one) for one in found[:most])
        return ReadText(begin, hints, more=len(found) - len(hints), cut=len(text) > MOST)


def _hint(text: str, remark: Remark) -> Hint:
    about = " ".join(text[remark.start : remark.end].split())
    if about in remark.said:
        return Hint(remark.said, "")
    return Hint(remark.said, about if len(about) <= QUOTED else f"{about[:QUOTED].rstrip()} …")
