"""A calendar as a file that every calendar program reads (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.timezone import get_default_timezone
from icalendar import Calendar, Component, Event, Timezone

from regie.accounts.enums import CalendarTitles
from regie.accounts.models import CalendarAddress
from regie.clocks.queries import AgendaItem
from regie.detention.enums import Certainty
from regie.persons.rules import initials
from regie.privacy.keys import index_of

NAME = "Regie"
MAKER = "-//Regie//Agenda//NL"
READ_AGAIN = timedelta(hours=1)
LASTS = timedelta(hours=1)  # nobody tells how long a hearing lasts; the page says so
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)


def calendar_text(items: Iterable[AgendaItem], address: CalendarAddress, *, link: str, on: date) -> bytes:
    """The file; the same things on the same day give the same bytes. `link` leads to Regie, and to nobody's page."""
    calendar = Calendar()
    for name, value in (("prodid", MAKER), ("version", "2.0"), ("calscale", "GREGORIAN")):
        calendar.add(name, value)
    for name in ("name", "x-wr-calname"):
        calendar.add(name, NAME)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(_time_zone(on.year))
    for item in items:
        calendar.add_component(_event(item, address, link))
    return calendar.to_ical()


def _event(item: AgendaItem, address: CalendarAddress, link: str) -> Event:
    event = Event()
    revised = item.revised.astimezone(UTC).replace(microsecond=0)
    event.add("uid", f"{_uid(item, address)}@regie")
    event.add("dtstamp", revised)
    event.add("last-modified", revised)
    event.add("sequence", int((revised - COUNTED_FROM).total_seconds()))
    event.add("summary", _title(item, CalendarTitles(address.titles)))
    event.add("class", "PRIVATE")
    event.add("status", _status(item))
    _when(event, item)
    event.add("description", link)
    event.add("url", link)
    return event


def _when(event: Component, item: AgendaItem) -> None:
    """All day, or from a time of day; a length and no end, which would be odd in the night that the clock turns."""
    if item.time_of_day is None:
        event.add("dtstart", item.day)
        event.add("dtend", item.until)
        event.add("transp", "TRANSPARENT")
        return
    starts = datetime.combine(
        item.day, item.time_of_day.replace(fold=int(item.later)), get_default_timezone()
    )
    # In the night that the clock goes back a time of the clock there would be read as the first of two.
    event.add("dtstart", starts.astimezone(UTC) if item.later else starts)
    event.add("duration", item.weekly.lasts if item.weekly else item.lasts or LASTS)
    event.add("transp", "OPAQUE")
    if item.weekly:
        event.add("rrule", _rule(item.weekly.last))


def _status(item: AgendaItem) -> str:
    if item.cancelled:
        return "CANCELLED"
    return "CONFIRMED" if item.certainty in (None, Certainty.FIXED) else "TENTATIVE"


def _rule(last: date | None) -> dict[str, Any]:
    """Every week, at the same time of the clock there in any season; the last day is told in UTC, as it must be."""
    rule: dict[str, Any] = {"freq": "weekly"}
    if last:
        rule["until"] = datetime.combine(last, time.max, get_default_timezone()).astimezone(UTC)
    return rule


def _title(item: AgendaItem, titles: CalendarTitles) -> str:
    """What it is, and at most the first letters of whom it is about."""
    who = ""
    if titles is CalendarTitles.INITIALS and item.person:
        who = initials(item.person.given_names, item.person.family_name)
    return f"{NAME}: {item.what} {who}".rstrip()


def _uid(item: AgendaItem, address: CalendarAddress) -> str:
    """The name of an event, which stays when its day moves, and in which nobody can read what or whom it is about."""
    return index_of(f"{address.user.ref}/{item.key}", purpose="calendar.event")


@lru_cache(maxsize=4)
def _time_zone(year: int) -> Timezone:
    """When the clock turns, around a year."""
    return Timezone.from_tzid(
        settings.TIME_ZONE, first_date=date(year - 1, 1, 1), last_date=date(year + 3, 1, 1)
    )
