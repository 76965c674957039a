"""His name, what he may be called, his initials, and the people around him, however they are written."""

import re
from collections.abc import Iterator
from functools import lru_cache

from regie.anonymity.enums import Recognised
from regie.anonymity.rules.folding import Written, folded
from regie.anonymity.rules.known import Found, Known
from regie.anonymity.rules.plain_words import ABBREVIATIONS, ALSO_A_WORD, NOBODY, TIES, WITH_DOTS
from regie.persons.rules import PARTICLES

LONG_ENOUGH = 5  # letters: from here a name counts inside a longer word too (Jansenstraat, #jaydenmuller)
SHORTEST_OF_LONGER = 3  # letters of a name that may be a short form of it (Jay)
WORD = re.compile(r"[^\W\d_]+")
NOT_AFTER, NOT_BEFORE = r"(?<![^\W\d_])", r"(?![^\W\d_])"
PET = r"(?:s|(?:e|t|p|k)?je|ie|i|y|ke|o)s?"  # Semmie, Jantje, Basje
ADDRESSED = r"(?:dhr|mw|mevr|mr|meneer|mevrouw|heer|jongere|jongen|jongeman|client|deelnemer)\.?\s+"


def names_in(text: Written, known: Known) -> Iterator[Found]:
    """Each place where he, or somebody of his, is named."""
    for given, family in known.names:
        for name in _parts(given) | _parts(family) | _joined(family):
            yield from _as_name(text, name, Recognised.NAME)
    for given, family in known.names:
        for name in _parts(given):
            yield from _called(text, name)
        yield from _initials_of(text, given, family)
    yield from _others_in(text, known)


def _others_in(text: Written, known: Known) -> Iterator[Found]:
    for name in {part for nickname in known.nicknames for part in _words(nickname)}:
        yield from _as_name(text, name, Recognised.NICKNAME)
    for name in _people(known):
        yield from _as_name(text, name, Recognised.PERSON)


def _words(name: str) -> list[str]:
    return WORD.findall(folded(name))


def _parts(name: str) -> set[str]:
    """The words of a name without its particles; all of them when it has nothing else."""
    words = [word for word in _words(name) if len(word) > 1]
    return {word for word in words if word not in PARTICLES} or set(words)


def _joined(family: str) -> set[str]:
    """A family name of several words, written as one: Vandenberg, vdBerg."""
    words = _words(family)
    particles = [word for word in words if word in PARTICLES]
    rest = "".join(word for word in words if word not in PARTICLES)
    if len(words) < 2 or not rest:
        return set()
    return {"".join(words), "".join(word[0] for word in particles) + rest}


def _people(known: Known) -> set[str]:
    """The names of those around him, as far as these are no plain words, no organisation and no municipality."""
    others = known.organisations | known.municipalities
    owned = {word for name in others for word in _words(name)}
    found: set[str] = set()
    for person in known.people:
        typed = WORD.findall(person)
        capitals = [word for word in typed if word[0].isupper()]
        named = {folded(word) for word in capitals or typed}
        found |= {word for word in named if len(word) > 1} - TIES - NOBODY - owned
    return found


def _as_name(text: Written, name: str, kind: Recognised) -> Iterator[Found]:
    """Where it stands; a name that is a word too counts with a capital, also where a sentence begins.

    There nobody can tell the two apart, and the officer can write that sentence otherwise.
    """
    word_too = name in ALSO_A_WORD
    for match in _pattern(name).finditer(text.plain):
        if not word_too or text.is_capital(match.start()):
            yield Found(match.start(), match.end(), kind)


@lru_cache(maxsize=2_000)
def _pattern(name: str) -> re.Pattern[str]:
    if len(name) >= LONG_ENOUGH and name not in ALSO_A_WORD:
        return re.compile(re.escape(name))
    return re.compile(f"{NOT_AFTER}{re.escape(name)}s?{NOT_BEFORE}")


def _called(text: Written, name: str) -> Iterator[Found]:
    """What he may be called after this given name: Semmie of Sem, Jay of Jayden, Mo of Mohamed; with a capital."""
    pet = re.compile(f"{re.escape(name)}{re.escape(name[-1])}?{PET}")
    for match in WORD.finditer(text.plain):
        of_a_word = name in ALSO_A_WORD or match.group() in ALSO_A_WORD | NOBODY
        is_pet = pet.fullmatch(match.group()) and (text.is_capital(match.start()) or not of_a_word)
        if is_pet or (_is_short_form(match.group(), name) and _stands_as_name(text, match)):
            yield Found(*match.span(), Recognised.NICKNAME)


def _is_short_form(word: str, name: str) -> bool:
    if word in NOBODY or word in TIES or word == name:
        return False
    if word == "mo":
        return name.startswith(("moh", "muh"))
    return SHORTEST_OF_LONGER <= len(word) < len(name) and name.startswith(word) and len(name) >= LONG_ENOUGH


def _stands_as_name(text: Written, match: re.Match[str]) -> bool:
    """With a capital, which is no abbreviation, and which a plain word does not owe to the sentence."""
    typed = text.as_typed(*match.span())
    if not text.is_capital(match.start()) or (typed.isupper() and match.group() in ABBREVIATIONS):
        return False
    return match.group() not in ALSO_A_WORD or not text.begins(match.start())


def _initials_of(text: Written, given: str, family: str) -> Iterator[Found]:
    firsts, lasts = _words(given), _words(family)
    family_letters = [word[0] for word in lasts if word not in PARTICLES] or [word[0] for word in lasts]
    particles = [word[0] for word in lasts if word in PARTICLES]
    if firsts and family_letters:
        of_given = [word[0] for word in firsts]
        ways = {
            (*some, *between, *family_letters[:count])
            for some in (of_given, of_given[:1])
            for between in ([], particles)
            for count in (1, len(family_letters))
        }
        for letters in sorted(ways, key=len, reverse=True):
            yield from _letters(text, letters)
    for letter in {word[0] for word in firsts[:1]} | set(family_letters[:1]):
        yield from _single(text, letter)


def _letters(text: Written, letters: tuple[str, ...]) -> Iterator[Found]:
    """S.B., S. B., SB and SvdB; in capitals, or with dots; no abbreviation that everybody uses."""
    between = r"\.?[ \-]?".join(map(re.escape, letters))
    together = "".join(letters)
    for match in re.finditer(rf"(?<![^\W_]){between}\.?(?![^\W_])", text.plain):
        last = match.end() - 1 - match.group().endswith(".")
        capitals = text.is_capital(match.start()) and text.is_capital(last)
        dots = match.group().count(".") == len(letters)
        common = WITH_DOTS if dots and not capitals else () if dots else ABBREVIATIONS
        if (capitals or dots) and together not in common:
            yield Found(*match.span(), Recognised.INITIALS)


def _single(text: Written, letter: str) -> Iterator[Found]:
    """One letter for a name: "S. kan niet", "jongere S"; with a capital."""
    dotted = rf"(?<![\w.]){letter}\.(?=,|\s+[^\W\d_])"
    for match in re.finditer(dotted, text.plain):
        follows = re.compile(r",|\s+").match(text.plain, match.end())
        goes_on = follows and (
            follows.group() == "," or not text.is_capital(follows.end()) or text.begins(match.start())
        )
        if goes_on and text.is_capital(match.start()):
            yield Found(*match.span(), Recognised.INITIALS)
    for match in re.finditer(rf"\b{ADDRESSED}({letter})\b(?!')", text.plain):
        if text.is_capital(match.start(1)):
            yield Found(*match.span(1), Recognised.INITIALS)
