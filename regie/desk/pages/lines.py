"""A list of facts, each with what its officer can do with it."""

from dataclasses import dataclass

from regie.ui.parts import Action, Item


@dataclass(frozen=True)
class Line:
    """One fact in words, and where telling it better leads; `key` says which fact it is, of another day as well."""

    item: Item
    actions: tuple[Action, ...] = ()
    key: str = ""

    @property
    def named(self) -> str:
        """What is read aloud after each of its links: what it is and the first line of it, whole."""
        first = self.item.description.split("\n", 1)[0]
        return f"{self.item.term}, {first}"
