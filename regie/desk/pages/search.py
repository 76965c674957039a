"""Searching: who may be meant, and where to find him."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.desk.pages.recent import recent, url_of
from regie.detention.queries import facilities
from regie.persons.rules import Sought
from regie.trajectories.queries import Known, people_found
from regie.ui.parts import Cell, Crumb
from regie.ui.words import lived, written

MOST = 25
COLUMNS = ("Naam", "Geboren", "Waar hij is", "Re-integratieofficier")


@dataclass(frozen=True)
class Results:
    """Who was found, nearest first; `refine` says so when there are more than stand here."""

    title: str
    refine: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class SearchPage:
    """The box, what came of the question, and what to do when nobody was found.

    `gone` says that the question of this address is not kept any more.
    """

    results: Results | None
    gone: bool
    register_url: str
    contacts_url: str
    recent: tuple[Crumb, ...]


def search_page(sought: Sought | None, *, viewer: Actor, on: date, gone: bool = False) -> SearchPage:
    """For who asks nothing yet, with the files he opened lately; or for who asks this. Five queries at most."""
    screens = bool(where_may(viewer, Permission.SCREEN_REFERRALS))
    guides = where_may(viewer, Permission.GUIDE) or where_may(viewer, Permission.SEE_ALL_TRAJECTORIES)
    return SearchPage(
        results=_results(sought, viewer=viewer, on=on) if sought else None,
        gone=gone,
        register_url=reverse("desk:register_referral") if screens else "",
        contacts_url=reverse("desk:search_contacts") if guides else "",
        recent=() if sought else recent(viewer, on=on),
    )


def _results(sought: Sought, *, viewer: Actor, on: date) -> Results:
    found, total = people_found(sought, viewer=viewer, on=on, most=MOST)
    places = facilities([known.person.pk for known in found], on=on) if found else {}
    more = total - len(found)
    return Results(
        title="1 jongere gevonden" if total == 1 else f"{total} jongeren gevonden",
        refine=f"U ziet de eerste {MOST}. Typ meer om te verfijnen, bijvoorbeeld ook de geboortedatum."
        if more
        else "",
        columns=COLUMNS,
        rows=tuple(_row(known, _place(known, places.get(known.person.pk)), on) for known in found),
    )


def _place(known: Known, place: str | None) -> str:
    """Who was held and is not any more is in no facility, whatever his referral told."""
    if place is None and known.stays_told:
        return "Niet in een inrichting"
    return (known.facility if place is None else place) or "Nog niet bekend"


def _badge(known: Known) -> str:
    if known.closed:
        return "Afgerond"
    return "" if known.guided else "Aanmelding"


def _row(known: Known, place: str, on: date) -> tuple[Cell, ...]:
    person = known.person
    return (
        Cell(str(person), url_of(known), _badge(known)),
        Cell(
            written(person.birth_date) or "Nog niet bekend",
            more=lived(person.age(on)) if person.birth_date else "",
        ),
        Cell(place),
        Cell(known.officer or "Nog niemand"),
    )
