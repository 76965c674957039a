"""What of his plan looks the same everywhere: a card on the page of his plan, and the page around a form."""

from dataclasses import dataclass

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.persons.models import Person
from regie.ui.parts import Action, Crumb, Item

PLAN = "Plan"


@dataclass(frozen=True)
class PlanCard:
    """One part of his plan in lines; `empty` says it when there are none; `actions` is what his officer can do.

    `alerts` stand above all of it: what cannot wait.
    """

    title: str
    lines: tuple[Line, ...]
    empty: str
    actions: tuple[Action, ...] = ()
    alerts: tuple[str, ...] = ()


@dataclass(frozen=True)
class TellingPage:
    """Around the form of one fact of his plan: what stands there, and the way to take it back.

    `cancel` is what changing one's mind is called, when that is more than not doing it.
    """

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cancel_url: str
    submit: str
    withdraw_url: str = ""
    told: tuple[Item, ...] = ()
    cancel: str = ""


def crumbs_to(person: Person, *titles: str, mine: bool = True) -> tuple[Crumb, ...]:
    """From the list of young people by way of him and his plan."""
    above = Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people"))
    his = Crumb(str(person), reverse("desk:person", args=[person.ref]))
    plan = reverse("desk:plan", args=[person.ref])
    return (above, his, Crumb(PLAN, plan if titles else ""), *(Crumb(title) for title in titles))


def page_around(
    person: Person,
    title: str,
    lead: str,
    submit: str,
    *,
    back: str,
    withdraw_url: str = "",
    told: tuple[Item, ...] = (),
    cancel: str = "",
) -> TellingPage:
    """Around a form; `back` is where it leads when one changes his mind."""
    return TellingPage(title, lead, crumbs_to(person, title), back, submit, withdraw_url, told, cancel)
