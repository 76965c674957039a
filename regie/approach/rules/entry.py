"""The things of a list, as a layer writes them: each has a code, a title and perhaps words about it."""

import re
from collections.abc import ItemsView, Mapping
from typing import Any

from regie.approach.rules.approach import Entry, ItemRule
from regie.approach.rules.wrong import Wrong

ITEM = re.compile(r"[a-z_][a-z0-9_]*", re.ASCII)
LONGEST_CODE = 30  # characters: the code of an item stands in the name of its term, and in an address


def read_listed(value: Any) -> ItemsView[Any, Any]:
    """What stands in a list, by its code; raises Wrong."""
    if not isinstance(value, Mapping) or not value:
        raise Wrong("schrijf een lijst met codes, elk met een titel")
    return value.items()


def read_entry(code: Any, said: Any) -> Entry:
    """One thing with its title; raises Wrong."""
    words = {"title": said} if isinstance(said, str) else said
    if not isinstance(code, str) or not isinstance(words, Mapping):
        raise Wrong("elk onderdeel heeft een code en een titel")
    if set(words) - {"title", "text"} or not all(isinstance(word, str) for word in words.values()):
        raise Wrong(f"bij {code} mogen alleen title en text staan")
    if not str(words.get("title", "")).strip():
        raise Wrong(f"bij {code} ontbreekt de titel")
    return Entry(code, str(words["title"]), str(words.get("text", "")))


def read_coded(entry: Entry) -> Entry:
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
    read_coded(entry)
    return ItemRule(entry.code, entry.title, entry.text, minimum)
