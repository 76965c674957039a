"""Reads a page as a browser would: its elements, with their attributes, their text and what they stand in."""

from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class Element:
    """One element of a page; `within` are the names of the elements around it."""

    name: str
    attributes: dict[str, str]
    within: frozenset[str]
    text: str = ""

    def __getitem__(self, attribute: str) -> str:
        """The value of an attribute, or the empty text."""
        return self.attributes.get(attribute, "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_data(" ")  # words on both sides of a tag are two words
        within = frozenset(element.name for element in self.open)
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, within))
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_endtag(self, tag: str) -> None:
        if any(element.name == tag for element in self.open):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        innermost = self.open[-1:]
        silent = any(element.name in {"script", "style"} for element in innermost)
        for element in innermost if silent else self.open:
            element.text += data


def elements_of(html: str) -> list[Element]:
    """Every element of a page, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.elements
