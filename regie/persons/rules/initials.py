"""The first letters of a name."""

import re

from regie.persons.rules.identity import PARTICLES


def initials(given_names: str, family_name: str) -> str:
    """Of the first given name and of the family name without its particles: "Jayden van den Bos" → "J.B."."""
    letters = [_first_letter(given_names, ()), _first_letter(family_name, PARTICLES)]
    return "".join(f"{letter}." for letter in letters if letter)


def _first_letter(name: str, skipped: frozenset[str] | tuple[()]) -> str:
    """The capital of the first word that counts; letters only, so that nothing else of a name gets out."""
    words = re.findall(r"[^\W\d_]+", name)
    counting = [word for word in words if word.lower() not in skipped] or words
    return counting[0][0].upper()[:1] if counting else ""
