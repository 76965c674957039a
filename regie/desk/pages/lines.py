"""A list of facts, each with what its officer can do with it."""

from dataclasses import dataclass

from regie.ui.parts import Action, Item


@dataclass(frozen=True)
class Line:
    """One fact in words, and where telling it better leads; `key` says which fact it is, of another day as well."""

    item: Item
    actions: tuple[Action, ...] = ()
    key: str = ""
