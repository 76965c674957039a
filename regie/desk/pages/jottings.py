"""Kladnotities: what an officer wrote on a telephone without a network, and to whom it can be put."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import localdate

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import Jotting
from regie.contacts.rules import day_in_doubt
from regie.desk.pages.contact import ContactPage, new_contact_page
from regie.persons.models import Person
from regie.persons.rules import plain_words
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import moment

TITLE = "Kladnotitie"
NOBODY_NAMED = "Niet genoemd"
SHORT = 160  # letters of a note on Vandaag
SHUT = "Niet te openen"
WHAT_NOW = (
    "Vraag uw functioneel beheerder om hulp: zolang zij op uw telefoon staat, kan zij misschien nog open."
)
ALSO_THERE = "Van uw telefoon gaat zij af zodra u daar Kladnotitie schrijven opent."
IN_DOUBT = "Kijk de dag na: de klok van het toestel kan verkeerd staan."


@dataclass(frozen=True)
class JottingLine:
    """A note on Vandaag: about whom, its beginning, when it was written, and the way on in one tap.

    Of one that could not be opened: why, when it came, and how to throw it away.
    """

    title: str
    words: str
    when: str
    doubt: str
    likely: Action | None
    choose: Action | None
    away_url: str


@dataclass(frozen=True)
class ChoosingPage:
    """The whole note, and each young person to whom it can be put, who is likely meant first."""

    title: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    people: tuple[Action, ...]
    away_url: str


@dataclass(frozen=True)
class ThrowingPage:
    """Throwing a note away; asks first."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cancel_url: str
    told: tuple[Item, ...]
    submit: str = "Ja, weggooien"
    afterthought: str = ""


def jotting_lines(viewer: Actor, *, on: date) -> Iterator[JottingLine]:
    """What lies on his Vandaag, in the order in which it was written; none, one or two queries."""
    notes = list(Jotting.objects.visible_to(viewer).open()) if where_may(viewer, Permission.GUIDE) else []
    people = _people(viewer, on=on) if notes else []
    for note in notes:
        yield _shut_line(note) if note.unopened else _line(note, people, on)


def _line(note: Jotting, people: Sequence[Person], on: date) -> JottingLine:
    likely = meant(note.about, people)
    return JottingLine(
        title=f"Over: {note.about or NOBODY_NAMED}",
        words=Truncator(note.words).chars(SHORT),
        when=f"Geschreven op {moment(note.told_at or note.recorded_at)}.",
        doubt=_doubt(note, on),
        likely=Action(f"Bij {likely} zetten", _place_url(note, likely)) if likely else None,
        choose=Action("Kies een jongere", reverse("desk:jotting", args=[note.ref])),
        away_url=reverse("desk:throw_jotting_away", args=[note.ref]),
    )


def _shut_line(note: Jotting) -> JottingLine:
    return JottingLine(
        title=f"{SHUT}: kladnotitie van {moment(note.recorded_at)}",
        words=f"{note.get_unopened_display()}. {WHAT_NOW}",
        when=f"Aangekomen op {moment(note.recorded_at)}.",
        doubt="",
        likely=None,
        choose=None,
        away_url=reverse("desk:throw_jotting_away", args=[note.ref]),
    )


def choosing_page(note: Jotting, *, viewer: Actor, on: date) -> ChoosingPage:
    """For putting it to somebody; one query."""
    people = _people(viewer, on=on)
    likely = meant(note.about, people)
    first = [likely] if likely else []
    ordered = [*first, *(one for one in people if one != likely)]
    return ChoosingPage(
        title=TITLE,
        crumbs=_crumbs(TITLE),
        told=_told(note, on),
        people=tuple(Action(str(one), _place_url(note, one)) for one in ordered),
        away_url=reverse("desk:throw_jotting_away", args=[note.ref]),
    )


def placing_page(note: Jotting, person: Person, *, viewer: Actor, on: date) -> ContactPage:
    """The form of contact with this young person, filled in with the note, and what to mind at the next one."""
    page = new_contact_page(person, viewer=viewer, on=on)
    back = reverse("desk:jotting", args=[note.ref])
    crumbs = (*_crumbs(TITLE, back), Crumb(page.title))
    return replace(page, crumbs=crumbs, cancel_url=back, told=_told(note, on))


def throwing_page(note: Jotting, *, on: date) -> ThrowingPage:
    """For throwing it away."""
    title = "Kladnotitie weggooien?"
    today = reverse("desk:today")
    if note.unopened:
        lead = f"Wat erin staat, is dan weg en komt niet terug. {ALSO_THERE}"
        return ThrowingPage(title, lead, _crumbs(title), today, _told_shut(note), afterthought=ALSO_THERE)
    lead = "De woorden zijn dan weg en komen niet terug."
    return ThrowingPage(title, lead, _crumbs(title), today, _told(note, on))


def told_in(note: Jotting, *, on: date) -> dict[str, Any]:
    """What the form of contact begins with; a day that is in doubt is asked anew."""
    told_on = localdate(note.told_at)
    sure = not day_in_doubt(told_on, on=on)
    return {
        "words": note.words,
        "kind": note.kind,
        "outcome": note.outcome,
        "happened_on": f"{told_on:%d-%m-%Y}" if sure else "",
    }


def meant(about: str, people: Sequence[Person]) -> Person | None:
    """The one of his young people whose name stands in it; nobody when none is, or more than one."""
    words = set(plain_words(about))
    given = [one for one in people if words & set(plain_words(one.given_names))]
    whole = [one for one in given if words & set(plain_words(one.family_name))]
    found = whole or given or [one for one in people if words & set(plain_words(one.family_name))]
    return found[0] if len(found) == 1 else None


def _people(viewer: Actor, *, on: date) -> list[Person]:
    """Whom he guides that day, himself or for a colleague; one query."""
    his = Trajectory.objects.visible_to(viewer).in_hands_of(viewer).running(on).select_related("person")
    ordered = his.order_by("person__given_names", "person__family_name", "pk")
    return [trajectory.person for trajectory in ordered]


def _told(note: Jotting, on: date) -> tuple[Item, ...]:
    return (
        Item("Over wie", note.about or NOBODY_NAMED),
        Item("Wat er staat", note.words),
        Item("Hoe", ContactKind(note.kind).label if note.kind else ""),
        Item("Uitkomst", Outcome(note.outcome).label if note.outcome else ""),
        Item("Volgens het toestel", moment(note.told_at or note.recorded_at), _doubt(note, on)),
        Item("Aangekomen", moment(note.recorded_at)),
    )


def _told_shut(note: Jotting) -> tuple[Item, ...]:
    why = Item(SHUT, f"{note.get_unopened_display()}.")
    return (why, Item("Aangekomen", moment(note.recorded_at)))


def _doubt(note: Jotting, on: date) -> str:
    return IN_DOUBT if day_in_doubt(localdate(note.told_at), on=on) else ""


def _place_url(note: Jotting, person: Person) -> str:
    return reverse("desk:place_jotting", args=[note.ref, person.ref])


def _crumbs(title: str, back: str = "") -> tuple[Crumb, ...]:
    today = Crumb("Vandaag", reverse("desk:today"))
    return (today, Crumb(title, back))
