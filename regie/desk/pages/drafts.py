"""What can be written for him on paper: a proposal from what is known, which his officer reads and changes first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from regie.accounts.models import User
from regie.desk.pages.lines import Line
from regie.desk.pages.places import PAPERS, WRITING, Place, crumbs_to
from regie.desk.pages.plan_words import TellingPage, page_around
from regie.desk.pages.sheet_parts import SheetToMake
from regie.persons.models import Person
from regie.plans.enums import PaperKind
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Crumb, Item

LEAD = "Regie zet klaar wat bekend is. U leest het na en past het aan. Daarna staat de PDF bij Papieren."
READ = "Hij leest dit zelf. Noem geen andere mensen en geen delict. Wat u leeg laat, staat er niet op."


@dataclass(frozen=True)
class Ask:
    """One field of a proposal: what stands in it already, and for the officer alone what he may want to know.

    `sentences` says that he reads it as sentences, and not as a name, a number or an address.
    """

    name: str
    label: str
    text: str = ""
    help: str = ""
    lines: int = 3
    must: bool = False
    sentences: bool = True


@dataclass(frozen=True)
class About:
    """Whom a proposal is about, who guides him, who writes it (and on which number he is called), and on which day."""

    trajectory: Trajectory
    officer: User | None
    writer: User
    on: date


@dataclass(frozen=True)
class Draft:
    """One sort of paper: its title, what it is for, the fields that are proposed, and the sheet of what was typed."""

    title: str
    lead: str
    kind: PaperKind
    asks: Callable[[About], tuple[Ask, ...]]
    sheet: Callable[[About, Mapping[str, Any]], SheetToMake]


@dataclass(frozen=True)
class DraftsPage:
    """What there is to choose from."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[Line, ...]


def drafts_page(person: Person, drafts: Mapping[str, Draft]) -> DraftsPage:
    """The sorts of paper; no query."""
    lines = tuple(
        Line(
            Item(draft.title, draft.lead),
            (Action("Maken", reverse("desk:write_paper", args=[person.ref, name])),),
        )
        for name, draft in drafts.items()
    )
    return DraftsPage(WRITING.title, str(person), LEAD, crumbs_to(person, WRITING.title, under=PAPERS), lines)


def draft_page(person: Person, draft: Draft, *, under: Place = WRITING) -> TellingPage:
    """Around the form of one of them."""
    return page_around(person, draft.title, f"{draft.lead} {READ}", "PDF maken en bewaren", under=under)


def he_is_called(person: Person) -> str:
    """How a letter begins."""
    return person.given_names or str(person)
