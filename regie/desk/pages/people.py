"""Mijn jongeren: the caseload."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.clocks.queries import Standing, standings
from regie.contacts.queries import ContactSpan, next_of, out_of_sight
from regie.desk.pages.appointment_words import briefly
from regie.desk.pages.cover import cover_notes
from regie.desk.pages.day_one import sentence
from regie.desk.pages.filters import Filters
from regie.desk.pages.narrowing import CLOSED, in_order, narrowed, people_filters
from regie.desk.pages.recent import recent_guided
from regie.trajectories.models import Trajectory
from regie.trajectories.queries import officers_of
from regie.ui.parts import Action, Crumb
from regie.ui.words import written

PER_PAGE = 50
EMPTY = "Neem een aanmelding aan. Dan staat de jongere hier."
NONE_CHOSEN = "Niemand past bij deze keuzes. Wis ze, of kies ruimer."


@dataclass(frozen=True)
class PersonCard:
    """One young person in the list."""

    name: str
    url: str
    age: int | None
    phase: str
    tone: str
    clock: str
    clock_calls: bool
    contact: str
    officer: str
    note: str
    next: str = ""


@dataclass(frozen=True)
class PeoplePage:
    """The list, a page at a time; a coordinator sees his municipality and who guides whom."""

    title: str
    cards: tuple[PersonCard, ...]
    page: Page
    lead: str
    actions: tuple[Action, ...]
    filters: Filters
    empty_title: str
    empty: str
    empty_url: str
    recent: tuple[Crumb, ...]
    covers: tuple[Action, ...]


def people_page(viewer: Actor, *, on: date, address: Mapping[str, str]) -> PeoplePage:
    """Whom this viewer may see and chose in the address, who waits longest for contact first; eight queries at most."""
    screens = bool(where_may(viewer, Permission.SCREEN_REFERRALS))
    oversees = bool(where_may(viewer, Permission.SEE_ALL_TRAJECTORIES))
    chosen = Trajectory.objects.visible_to(viewer).select_related("person", "referral", "municipality")
    filters = people_filters(address, viewer=viewer, oversees=oversees, on=on)
    page = _page(narrowed(chosen, filters, on=on), filters, address.get("pagina"))
    standing = standings(page.object_list, on=on)
    officers = _officers(list(page.object_list), viewer, oversees=oversees, on=on)
    cards = tuple(
        _closed_card(trajectory, standing[trajectory.pk], on, officers.get(trajectory.pk, ""))
        if filters.of("begeleiding") == CLOSED
        else _card(trajectory, standing[trajectory.pk], on, officers.get(trajectory.pk, ""))
        for trajectory in page.object_list
    )
    return PeoplePage(
        title="Jongeren" if oversees else "Mijn jongeren",
        cards=cards,
        page=page,
        lead=_lead(page.paginator.count),
        actions=(Action("Aanmelding invoeren", reverse("desk:register_referral"), "plus"),)
        if screens
        else (),
        filters=filters,
        empty_title="Niemand gevonden" if filters.query else "Nog geen jongeren",
        empty=NONE_CHOSEN if filters.query else EMPTY,
        empty_url="" if filters.query else reverse("desk:referrals"),
        recent=recent_guided(viewer),
        covers=cover_notes(viewer, on=on),
    )


def _page(chosen: QuerySet[Trajectory], filters: Filters, number: str | None) -> Page:
    paginator = Paginator(in_order(chosen.annotate(lost=out_of_sight()), filters), PER_PAGE)
    paginator.count = chosen.count()
    return paginator.get_page(number)


def contact_line(span: ContactSpan) -> str:
    """The last contact, or how often it was tried, in words."""
    if span.last:
        return f"Laatste contact {written(span.last)}"
    return {0: "Nog niet geprobeerd", 1: "1 keer geprobeerd"}.get(
        span.attempts, f"{span.attempts} keer geprobeerd"
    )


def _lead(total: int) -> str:
    return "" if not total else "1 jongere" if total == 1 else f"{total} jongeren"


def _officers(shown: Sequence[Trajectory], viewer: Actor, *, oversees: bool, on: date) -> dict[int, str]:
    """Who guides each; of an officer's own young people it goes without saying. One query, for who sees others' too."""
    if not oversees and not viewer.stands_in:
        return {}
    names = dict.fromkeys((one.pk for one in shown), "Nog niemand")
    for key, officer in officers_of(shown, on=on).items():
        names[key] = officer.name if oversees or str(officer.pk) != viewer.id else ""
    return names


def _card(trajectory: Trajectory, standing: Standing, on: date, officer: str) -> PersonCard:
    person = trajectory.person
    return PersonCard(
        name=str(person),
        url=reverse("desk:person", args=[person.ref]),
        age=person.age(on),
        phase=standing.phase_title,
        tone="accent",
        clock=sentence(standing.day_one) if standing.day_one.runs else "",
        clock_calls=standing.day_one.runs,
        contact=contact_line(standing.contact),
        officer=officer,
        note="Uit beeld" if vars(trajectory)["lost"] else "",
        next=_next(standing, on),
    )


def _next(standing: Standing, on: date) -> str:
    found = next_of(standing.meetings, on=on)
    return f"Afspraak: {briefly(found.appointment, on=on).lower()}" if found else ""


def _closed_card(trajectory: Trajectory, standing: Standing, on: date, officer: str) -> PersonCard:
    """Of who is closed nothing calls for anything."""
    card = _card(trajectory, standing, on, officer)
    return replace(card, phase="Afgerond", tone="neutral", clock="", clock_calls=False, note="", next="")
