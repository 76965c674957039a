"""One thing of a list, as a layer writes it: its code, its title, and what else belongs to it."""

import re
from collections.abc import Mapping
from typing import Any

from regie.approach.enums import Situation
from regie.approach.rules.approach import Entry, GroundRule, ItemRule, PhaseRule
from regie.approach.rules.counting import EXAMPLE, read_counting, read_words
from regie.approach.rules.wrong import Wrong

ITEM = re.compile(r"[a-z_][a-z0-9_]*", re.ASCII)
LONGEST_CODE = 30  # characters: the code of an item stands in the name of its term, and in an address


def read_phase(code: Any, said: Any) -> PhaseRule:
    """One phase as it was written; raises Wrong."""
    if not isinstance(said, Mapping):
        return PhaseRule(read_entry(code, said).code, said)
    entry = read_entry(code, {key: word for key, word in said.items() if key not in ("begins", "only")})
    begins = said.get("begins", [])
    ways = [begins] if isinstance(begins, str) else begins
    if not isinstance(ways, list):
        raise Wrong(f"{code}: begins: {EXAMPLE}")
    only = read_words(Situation, said.get("only", ()), f"{code}: only")
    return PhaseRule(
        entry.code,
        entry.title,
        entry.text,
        tuple(read_counting(way, f"{code}: begins") for way in ways),
        only,
    )


def read_ground(code: Any, said: Any) -> GroundRule:
    """One ground as it was written; raises Wrong."""
    article = said.get("article", "") if isinstance(said, Mapping) else ""
    words = (
        {key: word for key, word in said.items() if key != "article"} if isinstance(said, Mapping) else said
    )
    if not isinstance(article, str):
        raise Wrong(f"{code}: article: schrijf waar het staat")
    entry = coded(read_entry(code, words))
    return GroundRule(entry.code, entry.title, entry.text, article.strip())


def coded(entry: Entry) -> Entry:
    """Of what is kept with what was told: its code must fit there and in an address; raises Wrong."""
    if not ITEM.fullmatch(entry.code) or len(entry.code) > LONGEST_CODE:
        raise Wrong(
            f"{entry.code}: gebruik in een code alleen kleine letters, cijfers en _, hooguit {LONGEST_CODE}"
        )
    return entry


def read_item(code: Any, said: Any) -> ItemRule:
    """One thing to arrange as it was written; raises Wrong."""
    minimum = said.get("minimum", False) if isinstance(said, Mapping) else False
    words = (
        {key: word for key, word in said.items() if key != "minimum"} if isinstance(said, Mapping) else said
    )
    entry = read_entry(code, words)
    if not isinstance(minimum, bool):
        raise Wrong(f"{code}: minimum: schrijf true of false")
    coded(entry)
    return ItemRule(entry.code, entry.title, entry.text, minimum)


def read_entry(code: Any, said: Any) -> Entry:
    """One thing of a list as it was written; raises Wrong."""
    words = {"title": said} if isinstance(said, str) else said
    if not isinstance(code, str) or not isinstance(words, Mapping):
        raise Wrong("elk onderdeel heeft een code en een titel")
    if set(words) - {"title", "text"} or not all(isinstance(word, str) for word in words.values()):
        raise Wrong(f"bij {code} mogen alleen title en text staan")
    if not str(words.get("title", "")).strip():
        raise Wrong(f"bij {code} ontbreekt de titel")
    return Entry(code, str(words["title"]), str(words.get("text", "")))
