"""Noor's calendar arrives on a server of another, by a program of another: each day, time and title, and what moves."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytest_django.live_server_helper import LiveServer

from regie.accounts.enums import CalendarTitles
from regie.base.clock import day
from regie.detention.models.hearing import HearingAccount
from regie.persons.models import Person
from regie.plans.enums import Company
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.around import fix
from tests.factories.calendars import make, standing, url
from tests.factories.detention import hear, hold, release
from tests.prove.syncing import Telephone, named_at, telephone
from tests.wall_clock import now as this_moment

pytestmark = pytest.mark.prove
ONE, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def now():
    """Two servers live today."""
    return this_moment()


@pytest.fixture
def hers(tmp_path: Path) -> Iterator[Telephone]:
    """Noor's telephone."""
    with telephone(tmp_path) as made:
        yield made


@pytest.fixture
def jayden(live_server: LiveServer, cast: Cast, now) -> Person:
    """Noor guides Jayden; the server reads the same rows."""
    return people.guide(cast, at=now).person


def at_ten(on: date) -> str:
    """Ten o'clock in Sittard, as a program writes it."""
    return str(datetime.combine(on, time(10), ZoneInfo("Europe/Amsterdam")))


def test_what_is_told_in_regie_stands_in_her_telephone(
    hers: Telephone, jayden: Person, cast: Cast, live_server: LiveServer, now
):
    today = day(now)
    hold(jayden, at=now, entered_on=today)
    release(jayden, at=now, expected_on=today + 200 * ONE)
    hearing = hear(jayden, at=now, happened_on=today + WEEK, time_of_day=time(10))
    other = hear(jayden, at=now, happened_on=today + 2 * WEEK)
    address = live_server.url + url(make(cast.noor, at=now).token)
    hers.subscribes(address)

    first, names = hers.syncs(), named_at(address)
    before, after = f"{at_ten(today + WEEK)} Regie: zitting", f"{at_ten(today + 3 * WEEK)} Regie: zitting"
    assert [one for one in first if "zitting" in one] == [before, f"{today + 2 * WEEK} Regie: zitting"]
    assert f"{today + 200 * ONE} Regie: vrijlating (verwacht)" in first
    assert [one for one in first if "termijn" in one]
    assert set(first) == set(names.values())  # it keeps one of two that look the same: two terms of a day
    assert hers.syncs() == first  # and once more, when nothing changed

    moved = HearingAccount(today + 3 * WEEK, time_of_day=time(10))
    hearing.correct(account=moved, by=TESTER, at=now + timedelta(minutes=1))
    other.withdraw(by=TESTER, at=now + timedelta(minutes=1))
    assert [one for one in hers.syncs() if "zitting" in one] == [after]
    (name,) = [name for name, told in names.items() if told == before]
    assert named_at(address)[name] == after

    standing(cast.noor).choose_titles(CalendarTitles.INITIALS, by=cast.noor.acting(now), at=now)
    assert f"{after} J.M." in hers.syncs()


def test_after_renewing_the_old_address_fails_and_the_new_one_works(
    hers: Telephone, jayden: Person, cast: Cast, live_server: LiveServer, now
):
    hear(jayden, at=now, happened_on=day(now) + WEEK)
    hers.subscribes(live_server.url + url(make(cast.noor, at=now).token))
    first = hers.syncs()
    assert [one for one in first if "zitting" in one]
    new = make(cast.noor, at=now).token
    refused = hers.runs("sync")
    assert refused.returncode != 0
    assert "Not Found" in refused.stderr
    assert hers.holds() == first
    hers.subscribes(live_server.url + url(new))
    assert hers.syncs() == first


def test_an_empty_calendar_is_read_too(
    hers: Telephone, jayden: Person, cast: Cast, live_server: LiveServer, now
):
    hers.subscribes(live_server.url + url(make(cast.sem, at=now).token))
    assert hers.syncs() == []


def test_where_she_goes_along_comes_back_every_week(
    hers: Telephone, jayden: Person, cast: Cast, live_server: LiveServer, now
):
    weekday, his = day(now).isoweekday(), Trajectory.objects.get(person=jayden)
    fix(his, by=cast.noor, at=now, company=Company.OFFICER, weekday=weekday, begins=time(10), ends=time(11))
    hers.subscribes(live_server.url + url(make(cast.noor, at=now).token))
    assert f"{at_ten(day(now))} Regie: meegaan" in hers.syncs()
    since = datetime.combine(day(now), time(), ZoneInfo("Europe/Amsterdam"))
    four_weeks = hers.calendar.search(start=since, end=since + 4 * WEEK, event=True, expand=True)
    begins = [one.icalendar_component.decoded("dtstart") for one in four_weeks]
    assert len([one for one in begins if isinstance(one, datetime)]) == 4
