"""Noor closes the guidance of Jayden: what they agreed is named before it, asked by nobody after it, and comes back."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.contacts.enums import AppointmentResult
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import endings
from tests.factories.appointments import agree, went
from tests.factories.calendars import events, make

DAY, YEARS = timedelta(days=1), timedelta(days=731)
LEFT, NAMED = "Stond nog open bij het afronden", "Afspraken die nog open staan"


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now: datetime) -> date:
    return day(now)


@pytest.fixture
def agreed(cast: Cast, trajectory: Trajectory, now: datetime, today: date) -> Trajectory:
    """Guided for two years, with an appointment of yesterday, one of tomorrow, and one of which all is told."""
    Trajectory.objects.filter(pk=trajectory.pk).update(started_on=today - YEARS)
    trajectory.refresh_from_db()
    for days, place in ((-1, "Plein 2"), (1, "Markt 1"), (-2, "Laan 3")):
        made = agree(trajectory, by=cast.noor, at=now, on=today + days * DAY, place=place)
    went(made, AppointmentResult.MADE, by=cast.noor, at=now)
    return trajectory


def read(who: Client, name: str, *parts: object) -> str:
    return who.get(reverse(f"desk:{name}", args=parts)).content.decode()


def in_calendar(cast: Cast, now: datetime) -> bool:
    return any("afspraak" in one["summary"] for one in events(make(cast.noor, at=now).token))


def test_before_closing_each_is_named_with_the_way_to_it(agreed, noor: Client, fatima: Client):
    page = read(noor, "closing", agreed.person.ref)
    assert NAMED in page
    assert page.count("/agenda/") == 2
    seen = read(fatima, "closing", agreed.person.ref)
    assert NAMED in seen
    assert "/agenda/" not in seen


def test_without_any_nothing_is_said_of_them(trajectory, noor: Client):
    assert NAMED not in read(noor, "closing", trajectory.person.ref)


def test_while_a_second_person_is_asked_they_are_named_too(cast: Cast, trajectory, now, noor: Client):
    agree(trajectory, by=cast.noor, at=now)
    endings.close(trajectory, by=cast.noor, at=now)
    assert NAMED in read(noor, "closing", trajectory.person.ref)


def test_after_closing_they_are_nowhere_to_do(cast: Cast, agreed, now, noor: Client):
    endings.close(agreed, by=cast.noor, at=now)
    for name in ("today", "people"):
        assert "Jayden" not in read(noor, name)
    for name in ("person", "closing"):
        page = read(noor, name, agreed.person.ref)
        assert NAMED not in page
        assert "Volgende afspraak" not in page
    assert not in_calendar(cast, now)
    agenda = read(noor, "appointments", agreed.person.ref)
    assert LEFT in agenda
    for asked in ("Komt nog", "Nog niet verteld", "Hoe ging het?", "Bekijken"):
        assert asked not in agenda


def test_reopened_they_are_asked_again(cast: Cast, agreed, now, noor: Client):
    endings.close(agreed, by=cast.noor, at=now)
    endings.reopen(agreed, by=cast.noor, at=now)
    assert "Hoe ging het?" in read(noor, "today")
    assert in_calendar(cast, now)
    agenda = read(noor, "appointments", agreed.person.ref)
    assert LEFT not in agenda
    assert "Komt nog" in agenda
    assert "Volgende afspraak" in read(noor, "person", agreed.person.ref)
