"""The small things pages are made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Action:
    """One thing to do from here."""

    label: str
    url: str
    icon: str = ""
    variant: str = "primary"


@dataclass(frozen=True)
class Crumb:
    """One step on the way to this page; the last one has no address."""

    label: str
    url: str = ""


@dataclass(frozen=True)
class Item:
    """A term and what we know of it; an empty description reads as unknown; `more` is said under it."""

    term: str
    description: str
    more: str = ""
    url: str = ""


@dataclass(frozen=True)
class HeaderFact:
    """A few words under a name."""

    text: str
    icon: str


@dataclass(frozen=True)
class Badge:
    """A phase in a word."""

    label: str
    tone: str = "accent"


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its text, perhaps with where it leads and what stands under it."""

    text: str
    url: str = ""
    more: str = ""

    def __str__(self) -> str:
        """Return the text, for a template that asks for no more."""
        return self.text


@dataclass(frozen=True)
class FormPage:
    """A page that is one form: the way here, the way out and the words on the button."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cancel_url: str
    submit: str = "Opslaan"
