"""Agenda-adres: the private address of one's calendar, how it stands, and what can be done with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localtime

from regie.accounts.enums import CalendarTitles
from regie.accounts.models import CalendarAddress, CalendarReading
from regie.ui.parts import Action, Crumb, FormPage, Item
from regie.ui.words import clock_time, moment

TITLE = "Agenda-adres"
NOT_YET = "Nog niet opgehaald"


@dataclass(frozen=True)
class CalendarAddressPage:
    """How the address stands; `address` is only there right after it was made, `opens` is the same for a telephone."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    address: str
    opens: str
    told: tuple[Item, ...]
    actions: tuple[Action, ...]


def calendar_address_page(standing: CalendarAddress | None, *, address: str, on: date) -> CalendarAddressPage:
    """How his address stands on a day; one query, none when he has no address that works."""
    works = standing is not None and standing.works
    return CalendarAddressPage(
        title=TITLE,
        lead="Zet uw termijnen, zittingen en afwezigheid in de agenda van uw telefoon of computer.",
        crumbs=(Crumb("Mijn account", reverse("entrance:account")), Crumb(TITLE)),
        address=address if works else "",
        opens=address.replace("http", "webcal", 1) if works else "",  # https is webcals: never in the open
        told=_told(standing, on) if standing and works else (),
        actions=tuple(_actions(works=works)),
    )


def making_page(standing: CalendarAddress | None) -> FormPage:
    """For making an address, or a new one in its place."""
    if standing and standing.works:
        title, lead = "Nieuw agenda-adres maken?", "Het oude adres werkt dan meteen niet meer."
    else:
        title, lead = "Agenda-adres maken", "Wie dit adres heeft, kan uw agenda lezen. Deel het met niemand."
    return FormPage(title, lead, _crumbs(title), reverse("desk:calendar_address"), submit="Adres maken")


def titles_page() -> FormPage:
    """For choosing what the calendar says."""
    title, lead = "Met of zonder initialen", "Uw adres blijft hetzelfde."
    return FormPage(title, lead, _crumbs(title), reverse("desk:calendar_address"))


def stopping_page() -> FormPage:
    """For stopping the address."""
    title = "Agenda-adres stoppen?"
    lead = "Het adres werkt dan meteen niet meer. Haal de agenda ook zelf van uw telefoon."
    return FormPage(title, lead, _crumbs(title), reverse("desk:calendar_address"), submit="Ja, stoppen")


def _crumbs(title: str) -> tuple[Crumb, ...]:
    account = Crumb("Mijn account", reverse("entrance:account"))
    return account, Crumb(TITLE, reverse("desk:calendar_address")), Crumb(title)


def _told(standing: CalendarAddress, on: date) -> tuple[Item, ...]:
    read = CalendarReading.last_of(standing)
    return (
        Item("Laatst opgehaald", _said(read, on) if read else NOT_YET),
        Item("Wat er staat", CalendarTitles(standing.titles).label),
        Item("Laatst gewijzigd", _said(standing.recorded_at, on)),
    )


def _said(at: datetime, on: date) -> str:
    """A moment; of today: vandaag, 10.12 uur."""
    local = localtime(at)
    return f"Vandaag, {clock_time(local.time())}" if local.date() == on else moment(at)


def _actions(*, works: bool) -> Iterator[Action]:
    make = reverse("desk:make_calendar_address")
    if not works:
        yield Action("Agenda-adres maken", make, "plus")
        return
    yield Action("Nieuw adres maken", make, variant="secondary")
    yield Action("Met of zonder initialen", reverse("desk:choose_calendar_titles"), variant="secondary")
    yield Action("Stoppen", reverse("desk:stop_calendar_address"), variant="secondary")
