"""What many share, and two of which together only he has: his age and where he works."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from regie.anonymity.enums import Recognised
from regie.anonymity.rules.days import age_in
from regie.anonymity.rules.folding import Written, folded
from regie.anonymity.rules.known import Found, Known
from regie.anonymity.rules.plain_words import ABBREVIATIONS, NOBODY, SOME_PLACE, TIES

A = Recognised
# Our own choice, te verifiëren. His municipality and an institution stand in many a brief: that is where the rule is.
TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        (A.AGE, A.PLACE), (A.AGE, A.MUNICIPALITY), (A.AGE, A.INSTITUTION), (A.AGE, A.WORK),
        (A.PLACE, A.INSTITUTION), (A.PLACE, A.WORK), (A.WORK, A.INSTITUTION),
    )
)  # fmt: skip
SHORTEST = 3
WORD = re.compile(r"[^\W\d_]+")
SOMEWHERE = re.compile(r"\b(?:in|uit|te|wijk|buurt|dorp|stadsdeel|kern)\s(?:de |het )?([^\W\d_][\w-]+)")
JOB = re.compile(
    r"\b(?:werkt|werkte|werken|werkzaam|baan|bijbaan|stage|leerling|opleiding|leert|diploma)\s"
    r"(?:nu |weer )?(?:als|voor|tot)\s(?:een )?([^\W\d_]{4,})"
)
PLAIN = NOBODY | TIES | SOME_PLACE


def rare_in(text: Written, known: Known, on: date) -> Iterator[tuple[Found, Found]]:
    """Each two that together say who he is: the first, and the one that comes with it."""
    pieces = sorted(_pieces(text, known, on), key=lambda one: (one.start, -one.end))
    for one, other in combinations(pieces, 2):
        if frozenset((one.kind, other.kind)) in TOGETHER and one.beside(other):
            yield one, other


def _pieces(text: Written, known: Known, on: date) -> Iterator[Found]:
    yield from age_in(text, known, on)
    institutions, municipalities = _named(known.institutions), _named(known.municipalities)
    yield from _words(text, institutions, A.INSTITUTION)
    yield from _words(text, municipalities, A.MUNICIPALITY)
    said_already = institutions | municipalities | _named(known.organisations)
    yield from _words(text, _named(known.places) - said_already, A.PLACE)
    yield from _words(text, _named(known.work) - said_already, A.WORK)
    # What his file does not know counts beside his age only: it is found by how it is written.
    if any(age_in(text, known, on)):
        yield from _somewhere(text, PLAIN)
        yield from (Found(*match.span(1), A.WORK) for match in JOB.finditer(text.plain))


def _named(told: Iterable[str]) -> set[str]:
    """The words with a capital, but for those that say what it is and not which."""
    typed = {word for one in told for word in WORD.findall(one) if word[0].isupper()}
    plain = {folded(word) for word in typed}
    return {word for word in plain if len(word) >= SHORTEST and word not in PLAIN | ABBREVIATIONS}


def _words(text: Written, words: set[str], kind: Recognised) -> Iterator[Found]:
    if words:
        for match in WORD.finditer(text.plain):
            if match.group() in words or match.group().removesuffix("s") in words:
                yield Found(*match.span(), kind)


def _somewhere(text: Written, plain: frozenset[str]) -> Iterator[Found]:
    """A name with a capital behind *in*, *uit* or *wijk*; no law, no abbreviation."""
    for match in SOMEWHERE.finditer(text.plain):
        place, typed = match.group(1), text.as_typed(*match.span(1))
        lawful = place.endswith("wet") or place in plain or typed.isupper()
        if text.is_capital(match.start(1)) and not lawful:
            yield Found(*match.span(1), A.PLACE)
