"""The telephone of an officer shows when she meets somebody: without a name, moved and called off as it stands."""

from dataclasses import replace
from datetime import time, timedelta

from regie.accounts.enums import CalendarTitles
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.contacts.enums import AppointmentResult
from tests.cast import Cast
from tests.factories.appointments import agree, went
from tests.factories.calendars import events, make

DAY = timedelta(days=1)


def meetings(token: str) -> list:
    return [one for one in events(token) if "afspraak" in one["summary"]]


def test_it_says_when_and_nothing_of_him(cast: Cast, trajectory):
    at = this_moment()
    agree(trajectory, by=cast.noor, at=at, ends=time(11, 15), purpose="Schulden")
    (event,) = meetings(make(cast.noor, at=at).token)
    assert event["summary"] == "Regie: afspraak"
    assert f"{event.decoded('dtstart'):%d %H.%M}" == f"{day(at) + DAY:%d} 10.30"
    assert event.decoded("duration") == timedelta(minutes=45)
    text = event.to_ical().decode()
    assert not [secret for secret in ("Jayden", "Markt", "Schulden") if secret in text]


def test_moved_it_is_the_same_event_and_newer(cast: Cast, trajectory):
    at = this_moment()
    told, token = agree(trajectory, by=cast.noor, at=at), make(cast.noor, at=at).token
    (before,) = meetings(token)
    later = at + timedelta(minutes=5)
    told.correct(account=replace(told.account, begins=time(14)), by=cast.noor.acting(later), at=later)
    (after,) = meetings(token)
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert f"{after.decoded('dtstart'):%H}" == "14"


def test_called_off_it_says_so_and_taken_back_it_stands_again(cast: Cast, trajectory):
    at = this_moment()
    told, token = agree(trajectory, by=cast.noor, at=at), make(cast.noor, at=at).token
    outcome = went(told, AppointmentResult.OFF_BY_HIM, by=cast.noor, at=at + timedelta(minutes=1))
    (off,) = meetings(token)
    assert off["status"] == "CANCELLED"
    later = at + timedelta(minutes=2)
    outcome.withdraw(by=cast.noor.acting(later), at=later)
    (again,) = meetings(token)
    assert (again["status"], again["uid"]) == ("CONFIRMED", off["uid"])
    assert again["sequence"] > off["sequence"]


def test_with_initials_too_it_says_no_more(cast: Cast, trajectory):
    at = this_moment()
    agree(trajectory, by=cast.noor, at=at)
    (event,) = meetings(make(cast.noor, at=at, titles=CalendarTitles.INITIALS).token)
    assert event["summary"] == "Regie: afspraak J.M."


def test_who_does_not_guide_him_has_none(cast: Cast, trajectory):
    at = this_moment()
    agree(trajectory, by=cast.noor, at=at)
    assert meetings(make(cast.sem, at=at).token) == []
