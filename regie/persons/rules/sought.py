"""Whom somebody means who types a name as he heard it, a birth date or a BSN, and how near a person comes to that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import jellyfish

from regie.base.errors import NotValid
from regie.persons.rules.identity import ALIKE, PARTICLES, Identity, clean_bsn, plain_words, sound
from regie.recognition.rules import seen_days

FIELD = "text"
NOTHING = "Typ minstens twee letters van een naam, een geboortedatum of een BSN."
NO_BSN = "Dit BSN klopt niet. Kijk de negen cijfers na, of zoek op naam."
NO_DAY = "Deze geboortedatum kan niet. Kijk hem na, of zoek op naam."
BSN = re.compile(r"(?<!\d)\d{9}(?!\d)|(?<!\d)\d{4}[. ]\d{2}[. ]\d{3}(?!\d)", re.ASCII)
# Days as only a keyboard of figures gives them: 03052004 and 3 5 2004.
FIGURES = re.compile(
    r"(?<!\d)(\d{2})(\d{2})((?:19|20)\d\d)(?!\d)|(?<!\d)(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)", re.ASCII
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
SOUNDING = 0.7  # Jaro similarity from which two words with the same sound count as one
INSIDE = 3  # letters from which a part from the middle of a name counts
LONGEST = 200

# How far a typed word is from a word of his name.
SAME, BEGINNING, ALMOST, WITHIN, UNLIKE = range(5)


@dataclass(frozen=True)
class Sought:
    """What was typed: the words of a name, perhaps a birth date or only the year, or a BSN (which decides alone)."""

    words: tuple[str, ...] = ()
    birth_date: date | None = None
    birth_year: int | None = None
    bsn: str = ""


def sought_by(text: str, *, on: date) -> Sought:
    """Reads what somebody typed to find a young person. Raises NotValid when there is nothing in it to search by."""
    text = text[:LONGEST]
    numbers = BSN.search(text)
    if numbers:
        return Sought(bsn=_bsn(numbers.group()))
    text, birth_date = _take_day(text, on=on)
    year = None if birth_date else YEAR.search(text)
    words = _words(YEAR.sub(" ", text) if year else text)
    if not (birth_date or year) and max(map(len, words), default=0) < 2:
        raise NotValid(NOTHING, field=FIELD)
    return Sought(words, birth_date, int(year.group()) if year else None)


def _bsn(numbers: str) -> str:
    try:
        return clean_bsn(numbers)
    except NotValid:
        raise NotValid(NO_BSN, field=FIELD) from None


def _take_day(text: str, *, on: date) -> tuple[str, date | None]:
    """The text without the birth date in it, and that day."""
    written = FIGURES.sub(lambda found: "-".join(part for part in found.groups() if part), text)
    for seen in seen_days(written, today=on, birth=True):
        if seen.day is None:
            raise NotValid(NO_DAY, field=FIELD)
        return f"{written[: seen.start]} {written[seen.end :]}", seen.day
    return text, None


def _words(text: str) -> tuple[str, ...]:
    """The words that say who it is: without particles, unless there is nothing else; figures are no name."""
    words = [word for word in plain_words(text) if not word.isdecimal()]
    return tuple([word for word in words if word not in PARTICLES] or words)


def distance(sought: Sought, person: Identity) -> int | None:
    """How far a person is from what was typed: 0 is exactly so, None is somebody else.

    Every typed word has to be found in his name, in whatever order; a birth date may not contradict.
    """
    off = _days_apart(sought, person.birth_date)
    if off is None:
        return None
    known = list(_known_words(person))
    for word in sought.words:
        apart = min(_apart(word, other) for other in known)
        if apart is UNLIKE:
            return None
        off += apart
    return off


def _known_words(person: Identity) -> Iterator[str]:
    """The words of his name, and names of several words also as one: elamrani, vandenberg."""
    for name in (person.given_names, person.family_name):
        words = plain_words(name)
        yield from words
        if len(words) != 1:
            yield "".join(words)


def _days_apart(sought: Sought, born: date | None) -> int | None:
    """An unknown birth date contradicts nothing, but alone it is no reason either; day and month may be swapped."""
    if sought.birth_date is None and sought.birth_year is None:
        return 0
    if born is None:
        return WITHIN if sought.words else None
    if sought.birth_date is None:
        return 0 if born.year == sought.birth_year else None
    day = sought.birth_date
    if day == born:
        return 0
    return ALMOST if (day.year, day.month, day.day) == (born.year, born.day, born.month) else None


def _apart(word: str, other: str) -> int:
    if word == other:
        return SAME
    if len(word) > 1 and other.startswith(word):
        return BEGINNING
    near = jellyfish.jaro_similarity(word, other)
    if near >= SOUNDING and (
        jellyfish.jaro_winkler_similarity(word, other) >= ALIKE or sound(word) == sound(other)
    ):
        return ALMOST
    return WITHIN if len(word) >= INSIDE and word in other else UNLIKE
