"""To whom what was told of him: readable for himself, also on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from uuid import UUID

from django.urls import reverse

from regie.approach.rules import Approach
from regie.desk.pages.lines import Line
from regie.persons.models import Person
from regie.trajectories.models import Disclosure, Trajectory
from regie.trajectories.queries import disclosures_of, told_of_involvements
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import written

TITLE, LIST = "Verstrekking", "Verstrekkingen"


@dataclass(frozen=True)
class DisclosuresPage:
    """All of them, the newest first; `telling` leads to one more."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    lines: tuple[Line, ...]


def disclosures_page(trajectory: Trajectory, approach: Approach, *, mine: bool) -> DisclosuresPage:
    """What was told of him, and whether he knows; two queries."""
    person = trajectory.person
    above = Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people"))
    crumbs = (above, Crumb(str(person), reverse("desk:person", args=[person.ref])), Crumb(LIST))
    lead = f"Aan wie is iets over {person} verteld, wat was dat, en waarom mocht dat?"
    telling = _telling(person) if mine else ()
    lines = disclosure_lines(disclosures_of(trajectory), approach, _explained(trajectory), editable=mine)
    return DisclosuresPage(LIST, str(person), lead, crumbs, (*telling, *_reading(person)), lines)


def disclosure_lines(
    told: Sequence[Disclosure],
    approach: Approach,
    explained: Mapping[UUID, str] = MappingProxyType({}),
    *,
    editable: bool,
) -> tuple[Line, ...]:
    """Each in words, with since when he knows; no query."""
    grounds = grounds_of(approach)

    def line(one: Disclosure) -> Line:
        item, knows = described(one, grounds), explained.get(one.ref, "")
        return Line(replace(item, more=f"{item.more}{knows}"), _actions(one) if editable else ())

    return tuple(map(line, told))


def _explained(trajectory: Trajectory) -> Mapping[UUID, str]:
    """By the ref of what was told since when he knows it; one query."""
    _, explained = told_of_involvements(trajectory)
    return {one.thing: f" · Hem uitgelegd op {written(one.happened_on)}" for one in reversed(explained)}


def grounds_of(approach: Approach) -> Mapping[str, str]:
    """Code → the ground in words, with its article."""
    return {one.code: str(one) for one in approach.grounds}


def described(one: Disclosure, grounds: Mapping[str, str]) -> Item:
    """One of them in words: when and to whom, what, and why that was allowed."""
    words = f"{one.what}\nWaarvoor: {one.purpose}"
    ground = f"Grond: {grounds.get(one.ground, one.ground)}"
    return Item(f"{written(one.happened_on)}, aan {one.to}", words, f"{ground} · {one.get_channel_display()}")


def _telling(person: Person) -> tuple[Action, ...]:
    url = reverse("desk:tell_disclosure", args=[person.ref])
    copying = Action(
        "Kopieer voor een ander", reverse("desk:copying", args=[person.ref]), variant="secondary"
    )
    return (Action("Verstrekking vastleggen", url, "pencil"), copying)


def _reading(person: Person) -> tuple[Action, ...]:
    """For himself on paper, and those of everybody."""
    sheet = reverse("desk:who_knows_sheet", args=[person.ref])
    return (
        Action("Wie weet wat: voor hem op papier (PDF)", sheet, "printer", variant="secondary"),
        Action("Alle verstrekkingen", reverse("desk:ledger"), variant="subtle"),
    )


def _actions(one: Disclosure) -> tuple[Action, ...]:
    return (
        Action("Brief aan hem", reverse("desk:disclosure_letter", args=[one.ref])),
        Action("Verbeteren", reverse("desk:correct_disclosure", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_disclosure", args=[one.ref])),
    )
