"""What of his plan looks the same everywhere: a card on the page of his plan, and the page around a form."""

from dataclasses import dataclass

from regie.desk.pages.lines import Line
from regie.desk.pages.places import Place, crumbs_to
from regie.persons.models import Person
from regie.ui.parts import Action, Crumb, Item


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


def page_around(
    person: Person,
    title: str,
    lead: str,
    submit: str,
    *,
    under: Place,
    withdraw_url: str = "",
    told: tuple[Item, ...] = (),
    cancel: str = "",
) -> TellingPage:
    """Around a form of who guides him; it lies `under` the page to which it leads back when he changes his mind."""
    crumbs, back = crumbs_to(person, title, under=under), under.url(person)
    return TellingPage(title, lead, crumbs, back, submit, withdraw_url, told, cancel)
