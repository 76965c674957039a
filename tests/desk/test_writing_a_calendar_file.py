"""The file keeps to RFC 5545: lines, characters, days at the edge of a month, and the nights that the clock turns."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar, Event

from regie.accounts.enums import CalendarTitles
from regie.accounts.models import CalendarAddress, User
from regie.clocks.enums import AgendaKind
from regie.clocks.queries import AgendaItem
from regie.desk.pages.calendar_file import calendar_text
from regie.detention.enums import Certainty
from regie.persons.models import Person
from regie.persons.rules import initials
from regie.trajectories.models import Trajectory

ON = date(2026, 11, 18)
REVISED = datetime(2026, 11, 17, 8, 30, 15, 999, tzinfo=UTC)
NEUTRAL = CalendarAddress(user=User(name="Noor"), titles=CalendarTitles.NEUTRAL)
LINK = "https://regie.voorbeeld.nl/" + "heel-lang/" * 20


def item(day: date = ON, **told) -> AgendaItem:
    """A hearing on one day, unless told otherwise."""
    whole = {
        "kind": AgendaKind.HEARING,
        "key": "hearing/1",
        "revised": REVISED,
        "until": day + timedelta(days=1),
    }
    return AgendaItem(**({"day": day} | whole | told))


def text(*items: AgendaItem, address: CalendarAddress = NEUTRAL, on: date = ON) -> str:
    return calendar_text(items, address, link=LINK, on=on).decode()


def written(*items: AgendaItem, on: date = ON) -> list[Event]:
    """The events, as another program reads them."""
    return Calendar.from_ical(text(*items, on=on)).walk("VEVENT")


def moments(event: Event) -> tuple[datetime, datetime]:
    """When it begins and ends in the world, by the rules in the file itself."""
    begins = event.decoded("dtstart").astimezone(UTC)
    return begins, begins + event.decoded("duration")


def test_every_line_is_short_and_ends_as_it_should():
    raw = calendar_text([item()], NEUTRAL, link=LINK, on=ON)
    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert not re.search(rb"[^\r]\n", raw)
    assert max(len(line) for line in lines) <= 75
    (event,) = written(item())
    assert event["url"] == event["description"] == LINK  # what was folded is whole again


def test_what_each_event_must_have_stands_there_once():
    said = text(item())
    event = said[said.index("BEGIN:VEVENT") :]
    for name in (
        "UID",
        "DTSTAMP",
        "DTSTART",
        "SUMMARY",
        "CLASS",
        "TRANSP",
        "STATUS",
        "SEQUENCE",
        "LAST-MODIFIED",
    ):
        assert len(re.findall(rf"^{name}[:;]", event, re.MULTILINE)) == 1, name
    for name in ("PRODID", "VERSION", "CALSCALE"):
        assert len(re.findall(rf"^{name}:", said, re.MULTILINE)) == 1
    assert "DTSTAMP:20261117T083015Z" in event
    assert "X-PUBLISHED-TTL:PT1H" in said
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in said


@pytest.mark.parametrize(
    "day", [date(2026, 11, 30), date(2026, 12, 31), date(2028, 2, 29), date(2027, 2, 28)]
)
def test_a_day_at_the_end_of_a_month_is_one_day(day: date):
    (event,) = written(item(day))
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in text(item(day))


@pytest.mark.parametrize(
    ("day", "at", "begins"),
    [
        (date(2027, 3, 28), time(1, 30), "00:30"),
        (date(2027, 3, 28), time(2, 30), "01:30"),  # this half hour is not there: it is 3.30 uur
        (date(2027, 3, 28), time(3, 30), "01:30"),
        (date(2027, 10, 31), time(1, 30), "23:30"),
        (date(2027, 10, 31), time(2, 30), "00:30"),  # this one comes twice: the first
        (date(2027, 10, 31), time(3, 30), "02:30"),
    ],
)
def test_in_the_night_that_the_clock_turns_it_lasts_an_hour(day: date, at: time, begins: str):
    (event,) = written(item(day, time_of_day=at))
    since, until = moments(event)
    assert f"{since:%H:%M}" == begins
    assert until - since == timedelta(hours=1)
    assert f"DTSTART;TZID=Europe/Amsterdam:{day:%Y%m%d}T{at:%H%M%S}" in text(item(day, time_of_day=at))


def test_the_clock_turns_in_the_file_as_it_does_outside():
    (zone,) = Calendar.from_ical(text(on=date(2031, 6, 1))).walk("VTIMEZONE")
    there = zone.to_tz(lookup_tzid=False)  # by what stands in the file
    for day in (date(2031, 1, 15), date(2031, 7, 15), date(2032, 3, 28), date(2032, 5, 30)):
        begins = datetime.combine(day, time(12))
        summer = 2 if begins.month in (5, 7) or day == date(2032, 3, 28) else 1
        assert begins.replace(tzinfo=there).utcoffset() == timedelta(hours=summer), day


def test_the_same_things_give_the_same_bytes_and_another_name_each():
    first, second = item(), item(key="hearing/2")
    assert text(first, second) == text(first, second)
    assert len({event["uid"] for event in written(first, second)}) == 2
    (moved,) = written(replace(first, day=ON + timedelta(days=9), until=ON + timedelta(days=10)))
    assert moved["uid"] == written(first)[0]["uid"]
    assert "hearing" not in moved["uid"]


@pytest.mark.parametrize(
    ("certainty", "status"),
    [(Certainty.FIXED, "CONFIRMED"), (Certainty.EXPECTED, "TENTATIVE"), (Certainty.UNSURE, "TENTATIVE")],
)
def test_how_sure_we_are_of_a_release(certainty: Certainty, status: str):
    (event,) = written(item(kind=AgendaKind.RELEASE, certainty=certainty))
    assert (event["summary"], event["status"]) == (f"Regie: vrijlating ({certainty.label})", status)


def test_a_name_with_marks_of_the_format_stays_within_its_line():
    address = CalendarAddress(user=User(name="Noor"), titles=CalendarTitles.INITIALS)
    person = Person(given_names="Z;\r\nBEGIN:VEVENT", family_name="\\n,Ö")
    said = text(item(trajectory=Trajectory(person=person)), address=address)
    assert said.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Regie: zitting Z.Ö." in said


@pytest.mark.parametrize(
    ("given", "family", "said"),
    [
        ("Jayden", "Muller", "J.M."),
        ("Jean-Paul Marie", "van den Bos", "J.B."),
        ("  anna", "El Amrani", "A.A."),
        ("", "Muller", "M."),
        ("Jayden", "", "J."),
        ("", "van der", "V."),
        ("1", "!", ""),
        ("\u202eJayden", "\x00Muller", "J.M."),
    ],
)
def test_initials(given: str, family: str, said: str):
    assert initials(given, family) == said
