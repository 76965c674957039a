"""The pages around one moment of contact."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.contacts.models import ContactMoment
from regie.desk.pages.conditions import cautions
from regie.persons.models import Person
from regie.ui.parts import Crumb, Item
from regie.ui.words import written


@dataclass(frozen=True)
class ContactPage:
    """Logging contact, telling it better or taking it back: whose it is, what to mind, and how to get out."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    cancel_url: str
    withdraw_url: str = ""
    told: tuple[Item, ...] = ()
    cautions: tuple[Item, ...] = ()
    cautions_url: str = ""


def new_contact_page(person: Person, *, viewer: Actor, on: date) -> ContactPage:
    """For a new moment of contact, with what to mind at the next one."""
    page = _page("Contact vastleggen", person)
    url = reverse("desk:conditions", args=[person.ref])
    return replace(page, cautions=cautions(person, viewer=viewer, on=on), cautions_url=url)


def known_contact_page(title: str, moment: ContactMoment, *, withdrawable: bool = False) -> ContactPage:
    """For a moment of contact that stands in the log."""
    withdraw_url = reverse("desk:withdraw_contact", args=[moment.ref]) if withdrawable else ""
    return _page(title, moment.trajectory.person, withdraw_url, told_of(moment))


def told_of(moment: ContactMoment) -> tuple[Item, ...]:
    """A moment of contact in full; of what is seldom told only what was."""
    always = (
        Item("Wanneer", written(moment.happened_on)),
        Item("Hoe", moment.get_kind_display()),
        Item("Uitkomst", moment.get_outcome_display()),
        Item("Wat er staat", moment.words),
    )
    return (*always, *apart(moment))


def apart(moment: ContactMoment) -> tuple[Item, ...]:
    """What is kept apart from what happened, as far as it was told."""
    told = (
        Item("Met wie", moment.with_whom),
        Item("Zijn woorden", moment.his_words),
        Item("Professioneel oordeel", moment.judgement),
        Item("Hoe lang", how_long(moment.minutes)),
        Item("Stap van zijn plan", moment.step.words if moment.step else ""),
    )
    return tuple(item for item in told if item.description)


def how_long(minutes: int | None) -> str:
    """In words, or nothing when it is not known."""
    if minutes is None:
        return ""
    return "1 minuut" if minutes == 1 else f"{minutes} minuten"


def _page(title: str, person: Person, withdraw_url: str = "", told: tuple[Item, ...] = ()) -> ContactPage:
    back = reverse("desk:person", args=[person.ref])
    crumbs = (Crumb("Mijn jongeren", reverse("desk:people")), Crumb(str(person), back), Crumb(title))
    return ContactPage(title, str(person), crumbs, back, withdraw_url, told)
