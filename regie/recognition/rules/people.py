"""Names as they are written, taken apart only where it can be done in one way."""

import re
from dataclasses import dataclass

from regie.recognition.rules.labels import WORDS_OF_LABELS

PREFIXES = frozenset(
    "van de der den het 't ten ter te el al la le du von da dos op in aan 's d' bij ben bin ould".split()
)
WORD = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]{2,30}(?:[-'’][^\W\d_]{1,30}){0,3}")
INITIALS = re.compile(r"(?:[^\W\d_][a-z]?\.-?){1,6}|[^\W\d_]", re.UNICODE)
CALLED = re.compile(r"((?:[^\W\d_]{1,2}\.[ -]?){1,6})\(([^()]{1,40})\) (.{1,60})")
HONORIFIC = re.compile(r"(?:dhr|de heer|heer|mevrouw|mevr|mw|mej|meneer)\b\.?[ ]", re.I)
TAIL = re.compile(r"[ ]\((?:m|v|man|vrouw|x)\)$", re.I)
NO_NAMES = (
    WORDS_OF_LABELS
    | frozenset("pi jji bsn rio om dji ppc hvb".split())
    | frozenset(
        "onbekend nvt zie idem volgt geen gemeente politie stichting penitentiaire heer mevrouw nader zelfde wordt"
        " zijn haar nieuwe oude goede morgen middag avond beste geachte hallo justitie justitieel centrum huis bewaring"
        " reclassering ministerie afdeling dienst casemanager mentor advocaat directeur begeleider contactpersoon"
        " moeder vader broer zus zoon dochter vriendin partner niet bekend wel deze onze de het een verwachte eerdere"
        " vorige huidige rechtbank parket openbaar hij zij hem wij ons jullie team bureau locatie zuid noord oost west"
        " januari februari maart april juni juli augustus september oktober november december maandag dinsdag woensdag"
        " donderdag vrijdag zaterdag zondag collega bericht anoniem afgeschermd geheim test ntb nnb nog alias"
        " hierbij graag gisteren vandaag morgen met op per als dat die dit is er ook en of meneer cel nieuw oud".split()
    )
)


@dataclass(frozen=True)
class Name:
    """A name as written, with what is certain of it: either half may be None."""

    written: str
    given: str | None = None
    family: str | None = None
    single: bool = False  # one word, of which a label says which it is


def name_of(value: str, *, order: str = "") -> Name | None:
    """The name that a value is, wholly; `order` "given" or "family" says what stands first, "" that nobody says."""
    if not 1 < len(value) <= 80:
        return None
    value = TAIL.sub("", HONORIFIC.sub("", value.strip(), count=1)).strip()
    called = CALLED.fullmatch(value)
    if called:
        return _called(value, called)
    if "," in value:
        return _around_comma(value)
    words = value.split()
    if not words or not all(_may_be(word) for word in words):
        return None
    return _without_comma(words, order)


def family_of(value: str) -> str | None:
    """A family name that a value is, wholly, its prefixes in front; None when it is not plain."""
    words = value.strip().split()
    if not 0 < len(words) <= 5 or not all(_may_be(word) for word in words) or INITIALS.fullmatch(words[-1]):
        return None
    return cased(" ".join(words)) if words[-1].lower() not in PREFIXES and _capital(words[-1]) else None


def given_of(value: str) -> str | None:
    """Given names that a value is, wholly; initials alone are none."""
    words = value.strip().split()
    fits = all(_capital(word) and WORD.fullmatch(word) and _may_be(word) for word in words)
    return cased(" ".join(words)) if 0 < len(words) <= 5 and fits else None


def prefix_of(value: str) -> str | None:
    """The prefixes that a value is, in small letters; "" for none, None for anything else."""
    words = value.lower().strip(" -.").split()
    return " ".join(words) if all(word in PREFIXES for word in words) else None


def cased(name: str) -> str:
    """A name in capitals written as names are; any other name as it stands."""
    if not name.isupper():
        return name
    small = (word.lower() if word.lower() in PREFIXES else _title(word) for word in name.split())
    return " ".join(small)


def _title(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def _capital(word: str) -> bool:
    return next((letter.isupper() for letter in word if letter.isalpha()), False)


def _may_be(word: str) -> bool:
    plain = word.lower()
    if plain in PREFIXES or INITIALS.fullmatch(word):
        return True
    return _capital(word) and WORD.fullmatch(word) is not None and plain not in NO_NAMES


def _called(value: str, called: re.Match[str]) -> Name | None:
    given, family = given_of(called[2]), family_of(called[3])
    return Name(value, given, family) if given and family else None


def _around_comma(value: str) -> Name | None:
    parts = [part.strip() for part in value.split(",")]
    if len(parts) == 3 and parts[1] and prefix_of(parts[1]):
        parts = [f"{parts[0]} {parts[1]}", parts[2]]
    if len(parts) != 2 or not all(parts):
        return None
    before, after = _without_tail(parts[1].split())
    family, tail = _without_tail(parts[0].split())
    if after and tail:
        return None
    whole = family_of(" ".join([*(after or tail), *family])) if family else None
    called = re.fullmatch(r"(?:[^\W\d_]{1,2}\.[ -]?){1,6}\(([^()]{1,40})\)", parts[1])
    initials = all(INITIALS.fullmatch(word) for word in before)
    given = given_of(called[1] if called else " ".join(before))
    return Name(value, given, whole) if whole and (given or (before and initials)) else None


def _without_tail(words: list[str]) -> tuple[list[str], list[str]]:
    """Words, and the prefixes that stand behind them, in small letters."""
    count = len(words)
    while count and words[count - 1].lower() in PREFIXES:
        count -= 1
    return words[:count], [word.lower() for word in words[count:]]


def _without_comma(words: list[str], order: str) -> Name | None:
    written = " ".join(words)
    if len(words) == 1:
        return Name(written, single=True) if not INITIALS.fullmatch(written) else None
    initials = [bool(INITIALS.fullmatch(word)) for word in words]
    if initials[0] or initials[-1]:
        rest = [word for word, initial in zip(words, initials, strict=True) if not initial]
        return Name(written, None, _one_family(rest))
    given, family = _halves(words, order)
    return Name(written, given and given_of(given), family and family_of(family))


def _one_family(words: list[str]) -> str | None:
    """A family name of one word with its prefixes in front."""
    if not words or any(word.lower() not in PREFIXES for word in words[:-1]):
        return None
    return family_of(" ".join(words))


def _halves(words: list[str], order: str) -> tuple[str | None, str | None]:
    """Given names and family name, where the order is told or the capitals show it; else two times None."""
    if order == "family" and len(words) == 2 and not {word.lower() for word in words} & PREFIXES:
        return words[1], words[0]
    if order == "given" and words[0].lower() not in PREFIXES and _one_family(words[1:]):
        return words[0], " ".join(words[1:])
    shouted = [word.isupper() and len(word) > 1 for word in words]
    if shouted[-1] and not shouted[0] and _one_family(words[1:]):
        return words[0], _lower_prefixes(words[1:])
    if (
        shouted[0]
        and len(words) == 2
        and len(words[0]) > 2
        and not shouted[1]
        and words[0].lower() not in PREFIXES
    ):
        return words[1], cased(words[0])
    return None, None


def _lower_prefixes(words: list[str]) -> str:
    return " ".join([*(word.lower() for word in words[:-1]), cased(words[-1])])
