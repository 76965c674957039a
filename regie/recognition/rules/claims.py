"""What the lines claim about each part; a claim without a value says that the part is not certain."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stdnum.nl import bsn as elfproef

from regie.recognition.rules import people
from regie.recognition.rules.days import day_of
from regie.recognition.rules.doubt import is_doubtful
from regie.recognition.rules.facilities import NONE, Facilities
from regie.recognition.rules.labels import Asked, release_kind
from regie.recognition.rules.pieces import Piece
from regie.recognition.rules.reading import Part
from regie.recognition.rules.sentences import Length, sentence_of

Value = str | date | int | Length | people.Name | None
PLACE = re.compile(r"[^\W\d_][^\W\d_'’. -]{0,2}[^\W\d_'’ -]*(?:[ '’-]{1,2}[^\W\d_]{1,30}){0,4}")
POSTCODE = re.compile(r"(?:.{0,60}[ ,])?\d{4} ?[A-Z]{2},? ([^\d,;:()?]{2,40})")
BSN = re.compile(r"(?:\d[ .]?){8}\d", re.ASCII)
BORN_IN = re.compile(r",? (?:te|in) [^\W\d_][\w' -]{1,40}$")
KINDS = {
    "vi": "conditional",
    "v.i": "conditional",
    "voorwaardelijke invrijheidstelling": "conditional",
    "pp": "programme",
    "penitentiair programma": "programme",
    "schorsing": "suspension",
    "eindverlof": "end_leave",
    "einde straf": "end_of_sentence",
}


@dataclass(frozen=True)
class Known:
    """What a reader is given beside the text: the facilities and the day of reading."""

    facilities: Facilities
    today: date


@dataclass(frozen=True)
class Claim:
    """One part ("name", "prefix" and "length" stand for several) with its value, or None when it is uncertain."""

    about: str
    value: Value
    line: int
    at: int


def claims_of(piece: Piece, known: Known) -> Iterator[Claim]:
    """What one label with its value claims."""
    for about, value in _read(piece, known):
        yield Claim(about, value, piece.line, piece.at)


def _read(piece: Piece, known: Known) -> Iterator[tuple[str, Value]]:
    asked, value = piece.asked, piece.value.strip()
    if asked in _NAMED:
        yield _NAMED[asked], _name(asked, value)
    elif asked in _DAYS:
        yield from _day(piece, value, known)
    elif asked in {Asked.TITLE, Asked.LENGTH}:
        yield from _sentence(asked, value)
    elif asked in {Asked.FACILITY, Asked.MOVED_TO}:
        yield Part.FACILITY, known.facilities.behind_label(value) if value else None
    elif asked in _PLAIN:
        about, reader = _PLAIN[asked]
        yield about, reader(value)


def _name(asked: Asked, value: str) -> Value:
    if asked == Asked.FAMILY:
        return people.family_of(value)
    if asked in {Asked.GIVEN, Asked.CALLED}:
        return people.given_of(value)
    if asked == Asked.PREFIX:
        return people.prefix_of(value)
    order = {Asked.FAMILY_FIRST: "family", Asked.GIVEN_FIRST: "given"}.get(asked, "")
    return people.name_of(value, order=order)


def _day(piece: Piece, value: str, known: Known) -> Iterator[tuple[str, Value]]:
    about = _DAYS[piece.asked]
    if piece.asked == Asked.BIRTH:
        yield about, day_of(BORN_IN.sub("", value[:120]), today=known.today, birth=True)
        return
    day = day_of(value, today=known.today)
    yield about, day
    kind = release_kind(piece.label) if piece.asked == Asked.RELEASE else None
    if kind:
        yield Part.RELEASE_KIND, kind if day else None


def _sentence(asked: Asked, value: str) -> Iterator[tuple[str, Value]]:
    title, length = sentence_of(value)
    if title or asked == Asked.TITLE:
        yield Part.TITLE, title
    if length or asked == Asked.LENGTH:
        yield "length", length


def bsn_of(value: str) -> str | None:
    """The nine digits of a value that passes the elfproef (python-stdnum), or None."""
    digits = re.sub(r"[ .]", "", value) if BSN.fullmatch(value.strip()) else ""
    return digits if digits and elfproef.is_valid(digits) else None


def place_of(value: str) -> str | None:
    """A place as written, or None when the value is anything more."""
    plain = len(value) <= 40 and PLACE.fullmatch(value) and not is_doubtful(value) and not NONE.match(value)
    capital = any(letter.isupper() for letter in value[:4])
    return value if plain and capital and value.lower() not in people.NO_NAMES else None


def _address(value: str) -> str | None:
    match = POSTCODE.fullmatch(value) if len(value) <= 120 else None
    return place_of(match[1].strip()) if match else None


_NAMED = {
    Asked.NAME: "name",
    Asked.FAMILY_FIRST: "name",
    Asked.GIVEN_FIRST: "name",
    Asked.FAMILY: Part.FAMILY_NAME,
    Asked.GIVEN: Part.GIVEN_NAMES,
    Asked.CALLED: "called",
    Asked.PREFIX: "prefix",
}
_DAYS = {
    Asked.BIRTH: Part.BIRTH_DATE,
    Asked.ENTERED: Part.ENTERED_ON,
    Asked.MOVED: Part.MOVED_ON,
    Asked.RELEASE: Part.RELEASE_ON,
    Asked.LEFT: Part.LEFT_ON,
}
_PLAIN = {
    Asked.BSN: (Part.BSN, bsn_of),
    Asked.PLACE: (Part.PLACE, place_of),
    Asked.ADDRESS: (Part.PLACE, _address),
    Asked.RELEASE_KIND: (Part.RELEASE_KIND, lambda value: KINDS.get(value.lower().rstrip("."))),
}
