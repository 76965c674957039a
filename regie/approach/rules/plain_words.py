"""Difficult words with an easier one, as a layer writes them."""

from collections.abc import Mapping
from typing import Any

from regie.approach.rules.approach import WordRule
from regie.approach.rules.wrong import Wrong

OFF = "off"
LONGEST = 60  # characters
EXAMPLE = "schrijf bijvoorbeeld conform: volgens, of off als het woord hier mag"


def read_word_rule(word: Any, said: Any) -> WordRule:
    """The word that was written, with what is easier and why, or that it may stand here; raises Wrong."""
    if not isinstance(word, str):
        raise Wrong(f"{word}: zet het woord tussen aanhalingstekens")
    if said is False or said == OFF:  # YAML reads off as no
        return WordRule(_fitting(word, word).lower(), "")
    told = said if isinstance(said, Mapping) else {"easier": said}
    if set(told) - {"easier", "why"} or not all(isinstance(one, str) for one in told.values()):
        raise Wrong(f"{word}: {EXAMPLE}")
    code, easier = _fitting(word, word).lower(), _fitting(str(told.get("easier", "")), word)
    if easier.lower() == code:
        raise Wrong(f"{word}: het makkelijke woord is hetzelfde")
    return WordRule(code, easier, str(told.get("why", "")).strip())


def _fitting(text: str, word: str) -> str:
    if len(text) > LONGEST or not any(one.isalpha() for one in text):
        raise Wrong(f"{word}: {EXAMPLE}; hooguit {LONGEST} tekens")
    return " ".join(text.split())
