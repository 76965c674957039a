"""Names, birth dates and the BSN, and when two descriptions are of one person."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

import jellyfish
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as elfproef

from regie.base.errors import NotValid
from regie.persons.enums import Likeness

OLDEST = timedelta(days=120 * 366)
ALIKE = 0.88  # Jaro-Winkler similarity from which two folded names count as one

# Particles say nothing about who somebody is: forms leave them out or write them apart.
PARTICLES = frozenset(
    ("van", "de", "der", "den", "ten", "ter", "te", "het", "t", "n", "in", "op", "aan", "bij", "el", "al", "ben", "bin",
     "ibn", "ait", "le", "la", "les", "du", "di", "da", "dos", "von", "zu")
)  # fmt: skip
# Letters that Unicode does not take apart.
LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
# Spellings that sound alike in Dutch, longest first.
SPELLINGS = (
    ("sch", "sg"), ("ch", "g"), ("ij", "y"), ("ei", "y"), ("ey", "y"), ("ou", "au"), ("oe", "u"), ("ph", "f"),
    ("th", "t"), ("dt", "t"), ("ck", "k"), ("kh", "k"), ("gh", "g"), ("dj", "j"), ("q", "k"), ("c", "k"),
    ("x", "ks"), ("z", "s"), ("v", "f"), ("j", "y"), ("ie", "i"), ("h", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Identity:
    """What is known of who somebody is; None and the empty text mean unknown."""

    given_names: str
    family_name: str
    birth_date: date | None = None
    bsn: str = ""


def plain_words(name: str) -> list[str]:
    """The words of a name without capitals, diacritics and punctuation: "Van der Vélden" → van, der, velden."""
    if name.isascii():  # most names: a search reads those of everybody the searcher may see
        return re.findall(r"\w+", name.casefold())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold().translate(LETTERS))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.findall(r"\w+", letters.casefold())


def fold(name: str) -> str:
    """A name without capitals, diacritics, punctuation and particles: "Van der Vélden" → "velden"."""
    words = plain_words(name)
    return " ".join([word for word in words if word not in PARTICLES] or words)


def sound(name: str) -> str:
    """How a name sounds, roughly: its consonants after Dutch spellings are made one. May be empty."""
    heard = fold(name).replace(" ", "")
    for written, spoken in SPELLINGS:
        heard = heard.replace(written, spoken)
    heard = re.sub(r"(.)\1+", r"\1", heard)
    return heard[:1] + re.sub(r"[aeiouy]", "", heard[1:])


def likeness(one: Identity, other: Identity) -> Likeness:
    """How certain it is that both are one person."""
    if one.bsn and other.bsn:
        return Likeness.SAME if one.bsn == other.bsn else Likeness.DIFFERENT
    if not _names_alike(one, other):
        return Likeness.DIFFERENT
    if one.birth_date and other.birth_date:
        return _by_birth_date(one.birth_date, other.birth_date)
    return Likeness.POSSIBLE


def _by_birth_date(one: date, other: date) -> Likeness:
    if one == other:
        return Likeness.LIKELY
    swapped = one.year == other.year and (one.month, one.day) == (other.day, other.month)
    return Likeness.POSSIBLE if swapped else Likeness.DIFFERENT


def _names_alike(one: Identity, other: Identity) -> bool:
    family = _alike(one.family_name, other.family_name)
    given = _alike(one.given_names, other.given_names)
    return (family and given) or _swapped(one, other) or _swapped(other, one)


def _swapped(one: Identity, other: Identity) -> bool:
    """Given and family names were typed in each other's place."""
    return _alike(f"{one.given_names} {one.family_name}", f"{other.family_name} {other.given_names}")


def _alike(one: str, other: str) -> bool:
    first, second = fold(one), fold(other)
    if not first or not second:
        return first == second or not (one and other)
    if set(first.split()) <= set(second.split()) or set(second.split()) <= set(first.split()):
        return True
    return (
        sound(one) == sound(other)
        or jellyfish.jaro_winkler_similarity(min(first, second), max(first, second)) >= ALIKE
    )


def clean_bsn(text: str) -> str:
    """The nine digits of a BSN, or an empty text; raises NotValid when it fails the elfproef (python-stdnum)."""
    if not text.strip():
        return ""
    try:
        return str(elfproef.validate(text.strip()))
    except ValidationError:
        raise NotValid(
            "Dit BSN klopt niet. Kijk de negen cijfers na, of laat het leeg.", field="bsn"
        ) from None


def check_name(given_names: str, family_name: str) -> None:
    """Raises NotValid when there is no name at all."""
    if not given_names.strip() and not family_name.strip():
        raise NotValid("Vul een voornaam of een achternaam in.", field="family_name")


def check_birth_date(birth_date: date | None, *, on: date) -> None:
    """Raises NotValid for a birth date in the future or longer ago than anyone lives."""
    if birth_date and birth_date > on:
        raise NotValid("Deze geboortedatum ligt in de toekomst.", field="birth_date")
    if birth_date and birth_date < on - OLDEST:
        raise NotValid("Deze geboortedatum is meer dan 120 jaar geleden.", field="birth_date")


def age(birth_date: date | None, *, on: date) -> int | None:
    """Full years on a day, or None when the birth date is unknown; who is born on 29 February ages on 1 March."""
    if birth_date is None:
        return None
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))
