"""The beginning of a plan page that Regie ships, or an example of one: blocks with the place still open."""

from dataclasses import dataclass, replace
from typing import Any

from ruamel.yaml import YAML

from regie.programme.enums import BlockKind
from regie.programme.rules.blocks import BlockAccount

PLACE, YEAR = "{gemeente}", "{jaar}"
WORDS = ("text", "title", "url", "definition")


@dataclass(frozen=True)
class OutlineBlock:
    """A block as it is shipped; a `year` of 0 is the year in which the page begins."""

    kind: BlockKind
    account: BlockAccount
    year: int | None = None


@dataclass(frozen=True)
class Outline:
    """An intervention as it is shipped: its code in addresses, its name, and its blocks in their order."""

    code: str
    name: str
    blocks: tuple[OutlineBlock, ...]


def read_outline(text: str) -> Outline:
    """The outline that this YAML tells; raises KeyError or ValueError: it ships with Regie, and a test reads each."""
    tree: Any = YAML(typ="safe").load(text)
    return Outline(tree["code"], tree["name"], tuple(_block(one) for one in tree["blocks"]))


def filled(outline: Outline, *, place: str, year: int) -> Outline:
    """The same, of a place and a year."""
    return replace(outline, blocks=tuple(_of(one, place, year) for one in outline.blocks))


def _block(one: Any) -> OutlineBlock:
    words = {name: str(one.get(name, "")).strip() for name in WORDS}
    account = BlockAccount(**words, indicators=tuple(one.get("indicators", ())))
    return OutlineBlock(BlockKind(one["kind"]), account, one.get("year"))


def _of(one: OutlineBlock, place: str, year: int) -> OutlineBlock:
    words = {
        name: getattr(one.account, name).replace(PLACE, place).replace(YEAR, str(year)) for name in WORDS
    }
    return OutlineBlock(one.kind, replace(one.account, **words), year if one.year == 0 else one.year)
