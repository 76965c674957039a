"""Uit beeld: when he was seen last, whom to ask, how we looked for him, and when we try again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.queries import ContactSpan, contact_spans, lost_now
from regie.desk.pages.contact_log import LogEntry
from regie.desk.pages.drawings import ATTEMPT
from regie.trajectories.enums import AttemptKind
from regie.trajectories.models import Attempt, BackInSight, OutOfSight, Trajectory
from regie.trajectories.queries import Loss, losses_of, searches_of
from regie.trajectories.rules import LONGEST_SEARCHED
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import days, written

TITLE = "Uit beeld"
NOT_LOST = "Hij is niet uit beeld."
ALSO_SEARCHED = (
    "Vastgelegd. Hij is uit beeld. Was dit ook een poging om hem te vinden? Sla het dan hieronder op."
)
SEARCHED: Mapping[ContactKind, AttemptKind] = {
    ContactKind.PHONE: AttemptKind.CALLED,
    ContactKind.MESSAGE: AttemptKind.MESSAGE,
    ContactKind.HOME_VISIT: AttemptKind.VISITED,
    ContactKind.STREET: AttemptKind.VISITED,
    ContactKind.MEETING: AttemptKind.VISITED,
}
NAMES: Mapping[type[Any], str] = {
    OutOfSight: "out_of_sight",
    Attempt: "attempt",
    BackInSight: "back_in_sight",
}


@dataclass(frozen=True)
class OutOfSightPage:
    """How he was lost and looked for; `searching` says that he is out of sight and his officer may tell more."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    seen: tuple[Item, ...]
    searching: bool
    attempt_url: str
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True)
class LostNote:
    """What his page says while he is out of sight."""

    title: str
    text: str
    url: str


def out_of_sight_page(trajectory: Trajectory, *, on: date, editable: bool) -> OutOfSightPage:
    """All that was told of it; five queries."""
    person, told = trajectory.person, searches_of(trajectory)
    loss = losses_of([trajectory]).get(trajectory.pk)
    contact = contact_spans([trajectory.pk]).get(trajectory.pk, ContactSpan())
    lost = loss is not None and loss.stands(last_contact=contact.last)
    fact = next((one for one in told if loss and one.ref == loss.ref), None)
    above = Crumb("Mijn jongeren" if editable else "Jongeren", reverse("desk:people"))
    return OutOfSightPage(
        title=TITLE,
        person=str(person),
        lead=_lead(loss, contact, lost=lost, on=on),
        crumbs=(above, Crumb(str(person), reverse("desk:person", args=[person.ref])), Crumb(TITLE)),
        actions=_actions(trajectory, lost=lost) if editable else (),
        seen=_seen(fact) if isinstance(fact, OutOfSight) and lost else (),
        searching=bool(lost and editable),
        attempt_url=reverse("desk:tell_attempt", args=[person.ref]),
        entries=tuple(entry_of(one, editable=editable) for one in told),
    )


def lost_note(loss: Loss | None, trajectory: Trajectory, *, link: bool) -> LostNote | None:
    """The words on his page; none of who is not out of sight."""
    if loss is None:
        return None
    url = reverse("desk:out_of_sight", args=[trajectory.person.ref]) if link else ""
    return LostNote(f"{TITLE} sinds {written(loss.since)}", _tried(loss), url)


def entry_of(told: Any, *, editable: bool) -> LogEntry:
    """One fact in the log."""
    kind, icon, words = DRAWN[type(told)](told)
    url = reverse(f"desk:correct_{NAMES[type(told)]}", args=[told.ref]) if editable else ""
    who = told.source or told.recorded_by_label
    return LogEntry(kind, written(told.happened_on), who, words, icon, False, url)


def described(told: Any) -> Item:
    """One fact in words, to take back."""
    entry = entry_of(told, editable=False)
    return Item(entry.kind, entry.words or entry.date_text, entry.date_text if entry.words else "")


def attempt_of(failed: ContactMoment) -> dict[str, Any]:
    """What stands in the form when contact that failed is told as an attempt to find him."""
    words = failed.words if len(failed.words) <= LONGEST_SEARCHED else ""
    kind = SEARCHED.get(ContactKind(failed.kind), "")
    return {"kind": kind, "words": words, "happened_on": f"{failed.happened_on:%d-%m-%Y}"}


def way_to_search(failed: ContactMoment | None) -> str:
    """Where contact that failed is told as an attempt too; nowhere of who is not out of sight. Two queries at most."""
    if failed is None or failed.outcome != Outcome.ATTEMPTED or failed.kind == ContactKind.PARTNER:
        return ""
    loss = lost_now(failed.trajectory)
    if loss is None or failed.happened_on < loss.since:
        return ""
    way = reverse("desk:tell_attempt", args=[failed.trajectory.person.ref])
    return f"{way}?{urlencode({'contact': failed.ref})}"


def _lead(loss: Loss | None, contact: ContactSpan, *, lost: bool, on: date) -> str:
    if loss is None:
        return NOT_LOST
    if lost:
        return f"Sinds {written(loss.since)}, {days((on - loss.since).days)}. {_tried(loss)}"
    if loss.back_on:
        return f"Weer in beeld sinds {written(loss.back_on)}."
    return f"Weer in beeld: op {written(contact.last)} hadden jullie contact."


def _tried(loss: Loss) -> str:
    tries = {0: "Nog niet gezocht.", 1: "1 poging."}.get(loss.attempts, f"{loss.attempts} pogingen.")
    last = f" De laatste op {written(loss.last_attempt)}." if loss.last_attempt else ""
    again = (
        f" De volgende op {written(loss.again_on)}."
        if loss.again_on
        else " Spreek een dag af voor de volgende. Anders vraagt Vandaag het na een week."
    )
    return f"{tries}{last}{again}"


def _actions(trajectory: Trajectory, *, lost: bool) -> tuple[Action, ...]:
    name, label = ("back_in_sight", "Weer in beeld") if lost else ("out_of_sight", "Uit beeld vastleggen")
    url = reverse(f"desk:tell_{name}", args=[trajectory.person.ref])
    return (Action(label, url, "eye" if lost else "pencil"),)


def _seen(fact: OutOfSight) -> tuple[Item, ...]:
    return (
        Item("Voor het laatst gezien op", written(fact.last_seen_on)),
        Item("Waar", fact.where),
        Item("Door", fact.seen_by),
        Item("Aan wie u het kunt vragen", fact.ask),
    )


def _lost(told: OutOfSight) -> tuple[str, str, str]:
    seen = f"Voor het laatst gezien op {written(told.last_seen_on)}." if told.last_seen_on else ""
    where = f"Waar: {told.where}." if told.where else ""
    by = f"Door: {told.seen_by}." if told.seen_by else ""
    ask = f"Vraag: {told.ask}" if told.ask else ""
    return TITLE, "eye-off", " ".join(filter(None, (seen, where, by, ask)))


def _attempt(told: Attempt) -> tuple[str, str, str]:
    whom = f": {told.whom}" if told.whom else ""
    again = f"Volgende poging op {written(told.again_on)}." if told.again_on else ""
    words = " ".join(filter(None, (told.words, again)))
    return f"{told.get_kind_display()}{whom}", ATTEMPT[AttemptKind(told.kind)], words


def _back(told: BackInSight) -> tuple[str, str, str]:
    return "Weer in beeld", "eye", told.words


DRAWN: Mapping[type[Any], Callable[[Any], tuple[str, str, str]]] = {
    OutOfSight: _lost,
    Attempt: _attempt,
    BackInSight: _back,
}
