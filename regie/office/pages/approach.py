"""Aanpak: every rule by which a municipality works, whose rule it is, and how it differs from the national profile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.approach.queries import holdings_of
from regie.approach.rules import Deadline, Entries, Group, Holding, group_of
from regie.base.clock import day
from regie.office.forms.asking import called
from regie.ui.parts import Action, Cell, Item
from regie.ui.words import written

COLUMNS = ("Regel", "Zo is het hier", "Wiens regel", "Landelijk profiel", "Waarom, en waar dit staat")
LONG = 30  # a longer list is folded
TO_VERIFY = "Te verifiëren"
EXPLAINED = "Termijnen uitgelegd"
IN_THE_PROFILE = "Zo staat het in het profiel."


@dataclass(frozen=True)
class GroupTable:
    """The rules of one subject."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class ListCard:
    """A rule that is a list: its things, with their words if they have any, and where it comes from."""

    title: str
    names: tuple[str, ...]
    items: tuple[Item, ...]
    origin: str
    folded: str = ""  # of a long list how long it is, to unfold it


@dataclass(frozen=True)
class ApproachPage:
    """All rules of a municipality on a day, and the editions they come from."""

    title: str
    lead: str
    columns: tuple[str, ...]
    groups: tuple[GroupTable, ...]
    lists: tuple[ListCard, ...]
    edition_columns: tuple[str, ...]
    editions: tuple[tuple[Cell, ...], ...]
    actions: tuple[Action, ...]
    deadlines: Item


def approach_page(
    place: Municipality,
    *,
    on: date,
    today: date,
    in_force: Sequence[Edition],
    known: Sequence[Edition],
    may_change: bool,
) -> ApproachPage:
    """The approach of a municipality as it holds on a day; no query."""
    held = holdings_of(in_force)
    changing = place if may_change and on == today else None
    explained = _explained(place, on, today)
    lead = "Zo werkt uw gemeente vandaag." if on == today else f"Zo was of wordt het op {written(on)}."
    if changing:
        lead += " Kies een regel om die voor uw gemeente te wijzigen."
    return ApproachPage(
        title=f"Aanpak {place}",
        lead=lead,
        columns=COLUMNS,
        groups=tuple(_groups(held, changing)),
        lists=tuple(_list(holding) for holding in held.values() if isinstance(holding.setting.kind, Entries)),
        edition_columns=("Uitgave", "Vastgelegd", "Waarom", "Kenmerk"),
        editions=tuple(_edition(edition, in_force, today) for edition in known),
        actions=(
            Action(EXPLAINED, explained, "clock", "secondary"),
            Action("Uitgaven vergelijken", reverse("office:compare_editions"), "eye", "secondary"),
        ),
        deadlines=_deadlines(held, explained),
    )


def _explained(place: Municipality, on: date, today: date) -> str:
    """Where the terms of that place and day are explained."""
    day = "" if on == today else f"&op={on:%d-%m-%Y}"
    return f"{reverse('office:deadlines')}?gemeente={place.cbs_code}{day}"


def _deadlines(held: dict[str, Holding], explained: str) -> Item:
    """How many terms hold; they have a page of their own."""
    rules = [one.rule for one in held.values() if isinstance(one.setting.kind, Deadline)]
    number = len([rule for rule in rules if rule.value])
    words = f"{number} regels tellen een termijn." if number != 1 else "Eén regel telt een termijn."
    return Item(Group.DEADLINES.label, words, url=explained)


def _groups(held: dict[str, Holding], changing: Municipality | None) -> Iterable[GroupTable]:
    for group in Group:
        chosen = [
            holding
            for code, holding in held.items()
            if group_of(code) is group and not isinstance(holding.setting.kind, Entries | Deadline)
        ]
        if chosen:
            yield GroupTable(group.label, tuple(_row(holding, changing) for holding in chosen))


def _row(holding: Holding, changing: Municipality | None) -> tuple[Cell, ...]:
    code = holding.rule.code
    url = reverse("office:change_setting", args=[changing.cbs_code, code]) if changing else ""
    return (
        Cell(holding.title, url),
        Cell(holding.words, more="" if holding.rule.verified else TO_VERIFY),
        Cell(holding.layer.label),
        _national(holding),
        Cell(holding.why or IN_THE_PROFILE, more=_origin(holding)),
    )


def _national(holding: Holding) -> Cell:
    if holding.layer is Layer.NATIONAL:
        return Cell("Hetzelfde")
    if holding.national is None:
        return Cell("Zegt hier niets over")
    return Cell(holding.national_words, more="Hier anders" if holding.differs else "Hetzelfde")


def _origin(holding: Holding) -> str:
    return f"Bron: {holding.rule.source}. Gelezen op {written(holding.rule.read_on)}."


def _list(holding: Holding) -> ListCard:
    verified = "" if holding.rule.verified else f"{TO_VERIFY}. "
    entries = holding.rule.value
    whose = "Landelijk, hier aangevuld" if holding.setting.adds and holding.differs else holding.layer.label
    return ListCard(
        title=holding.title,
        names=tuple(entry.shown for entry in entries if not entry.text),
        items=tuple(Item(entry.shown, entry.text) for entry in entries if entry.text),
        origin=f"{verified}{whose}. {_origin(holding)}",
        folded=f"Toon alle {len(entries)}" if len(entries) > LONG else "",
    )


def _edition(edition: Edition, in_force: Sequence[Edition], today: date) -> tuple[Cell, ...]:
    state = "Geldt nu" if edition in in_force else "Gold eerder"
    if edition.valid_from > today:
        state = "Gaat nog in"
    return (
        Cell(called(edition), reverse("office:export_edition", args=[edition.ref]), state),
        Cell(written(day(edition.recorded_at)), more=f"door {edition.recorded_by_label}"),
        Cell(edition.reason or "Geladen uit een bestand"),
        Cell(edition.hash[:12]),
    )
