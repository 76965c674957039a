"""Warme overdracht: who guides him now and who will, what the next must know, and what is done together."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from regie.approach.rules import Approach
from regie.desk.pages.places import TRANSFER, crumbs_to
from regie.persons.models import Person
from regie.trajectories.enums import TransferTalk
from regie.trajectories.models import Guidance, Trajectory, Transfer
from regie.trajectories.queries import transfer_of
from regie.trajectories.rules import NOTHING_CHANGES, Change, last_change
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import written

TELLING, BETTER, TAKE_BACK = "Overdracht vastleggen", "Overdracht verbeteren", "Overdracht intrekken"
LEAD = "Hij vertelt zijn verhaal niet opnieuw. De nieuwe officier leest wat hij moet weten en maakt met hem kennis."
LETTER = "andere-officier"


@dataclass(frozen=True)
class TransferPage:
    """Who hands him over to whom and until when he reads it; what is told of it; and what is done of the list."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    nothing: str
    elsewhere_url: str
    about: tuple[Item, ...]
    told: tuple[Item, ...]
    items: tuple[Item, ...]


def transfer_page(
    trajectory: Trajectory, guidance: Guidance, approach: Approach, *, mine: bool, on: date
) -> TransferPage:
    """One query, when another officer begins or began lately."""
    person = trajectory.person
    handing = handing_of(guidance, trajectory, on=on)
    change, told = (handing.change, handing.told) if handing else (None, None)
    return TransferPage(
        title=TRANSFER.title,
        person=str(person),
        lead=LEAD,
        crumbs=crumbs_to(person, TRANSFER.title, mine=mine),
        actions=_actions(person, told) if mine and change else (),
        nothing="" if change else NOTHING_CHANGES,
        elsewhere_url=reverse("desk:copying", args=[person.ref]) if mine else "",
        about=_about(change) if change else (),
        told=described(told) if told else (),
        items=_items(told, approach) if change else (),
    )


@dataclass(frozen=True)
class Handing:
    """Another officer begins or began lately, and what is told of it."""

    change: Change
    told: Transfer | None


def handing_of(guidance: Guidance, trajectory: Trajectory, *, on: date) -> Handing | None:
    """Who hands him over to whom, when that is not long ago; one query then."""
    change = last_change(guidance.assignments, on=on)
    return Handing(change, transfer_of(trajectory, change)) if change else None


def handing_item(handing: Handing | None, person: Person, *, on: date) -> tuple[Item, ...]:
    """On his page: who begins and when, and whether they spoke."""
    if handing is None:
        return ()
    change, told = handing.change, handing.told
    begins = "begint op" if change.since > on else "begon op"
    spoken = told.get_talk_display() if told else "Nog niets opgeschreven"
    words = f"{change.after} {begins} {written(change.since)}. {spoken}."
    return (Item(TRANSFER.title, words, url=TRANSFER.url(person)),)


def handed_on(handing: Handing | None, *, on: date) -> tuple[Item, ...]:
    """What who guides him since lately must know of him."""
    if handing is None or handing.told is None or handing.change.since > on:
        return ()
    told = handing.told
    return (Item(f"Dit moet u weten, schreef {told.recorded_by_label}:", told.must_know),)


def described(told: Transfer) -> tuple[Item, ...]:
    """What is told of it, in words."""
    spoken = "" if told.talk == TransferTalk.NOT_YET else f", op {written(told.happened_on)}"
    items = (
        Item("Wat de nieuwe officier moet weten", told.must_know),
        Item("Samen gesproken", f"{told.get_talk_display()}{spoken}"),
        Item("Waarom zonder hem", told.why_apart),
        Item("Opgeschreven door", told.recorded_by_label),
    )
    return tuple(item for item in items if item.description)


def _about(change: Change) -> tuple[Item, ...]:
    last = change.since - timedelta(days=1)
    return (
        Item("Van", f"{change.before}. Leest zijn dossier tot en met {written(last)}."),
        Item("Naar", f"{change.after}. Begeleidt hem vanaf {written(change.since)}."),
    )


def _items(told: Transfer | None, approach: Approach) -> tuple[Item, ...]:
    done = set(told.done) if told else set()
    return tuple(
        Item(one.title, one.text, "Gedaan" if one.code in done else "Nog te doen")
        for one in approach.transfer_items
    )


def _actions(person: Person, told: Transfer | None) -> tuple[Action, ...]:
    letter = Action(
        "Brief aan hem", reverse("desk:write_paper", args=[person.ref, LETTER]), "printer", "secondary"
    )
    if told is None:
        return (Action(TELLING, reverse("desk:tell_transfer", args=[person.ref]), "pencil"), letter)
    better = Action(BETTER, reverse("desk:correct_transfer", args=[told.ref]), "pencil")
    return (better, letter)
