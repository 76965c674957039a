"""The calendar of an officer: its address, and what a program reads there."""

from datetime import datetime

from django.test import Client
from django.urls import reverse
from icalendar import Calendar, Event

from regie.accounts.enums import CalendarTitles
from regie.accounts.models import CalendarAddress, NewAddress, User


def standing(user: User) -> CalendarAddress | None:
    """How his address stands."""
    return CalendarAddress.objects.filter(user=user).standing().select_related("user").first()


def make(user: User, *, at: datetime, titles: CalendarTitles = CalendarTitles.NEUTRAL, **how) -> NewAddress:
    """He makes an address, or a new one in its place."""
    last = standing(user)
    told = {"seen": last.pk if last else None, "titles": titles} | how
    return CalendarAddress.make(user=user, by=user.acting(at), at=at, **told)


def url(token: str) -> str:
    """Where a telephone reads it."""
    return reverse("desk:calendar_file", args=[token])


def read(token: str, **headers: str) -> Calendar:
    """The calendar as a program reads it, without a cookie."""
    response = Client().get(url(token), headers=headers)
    assert response.status_code == 200, response.content
    return Calendar.from_ical(response.content)


def events(token: str) -> list[Event]:
    """What stands in it."""
    return read(token).walk("VEVENT")


def told(token: str) -> list[str]:
    """Each event as a day and its title, in the order of the file."""
    return [f"{one.decoded('dtstart'):%Y-%m-%d} {one['summary']}" for one in events(token)]


def of_kind(token: str, word: str) -> list[str]:
    """The same, of one kind."""
    return [one for one in told(token) if f"Regie: {word}" in one]
