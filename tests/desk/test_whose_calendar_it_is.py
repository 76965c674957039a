"""Whose calendar it is: of each his own people only, and with initials at most theirs."""

from datetime import date, timedelta

import pytest
from django.test import Client

from regie.accounts.enums import CalendarTitles, Role
from regie.accounts.models import Absence, CalendarReading, Cover, RoleGrant, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.privacy.actions import Read, log_access_once_a_day
from regie.privacy.enums import AccessGround
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Assignment, Trajectory
from regie.trajectories.queries import guided_lately, lately_opened
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.calendars import make, of_kind, told, url
from tests.factories.detention import hear

KEVIN = Identity("Kevin", "van den Berg", date(2004, 5, 3))
ONE, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now) -> date:
    return day(now)


@pytest.fixture
def jayden(trajectory: Trajectory) -> Person:
    return trajectory.person


@pytest.fixture
def token(cast: Cast, now) -> str:
    """Noor's address."""
    return make(cast.noor, at=now).token


class TestInitials:
    def test_initials_and_the_kind_and_no_more(self, jayden, cast: Cast, now, today):
        people.guide(cast, at=now, who=KEVIN)
        hear(jayden, at=now, happened_on=today + WEEK)
        hear(Person.objects.get(given_names="Kevin"), at=now, happened_on=today + 2 * WEEK)
        token = make(cast.noor, at=now, titles=CalendarTitles.INITIALS).token
        assert of_kind(token, "zitting") == [
            f"{today + WEEK} Regie: zitting J.M.",
            f"{today + 2 * WEEK} Regie: zitting K.B.",
        ]
        text = Client().get(url(token)).content.decode()
        assert not {name for name in ("Jayden", "Muller", "Kevin", "Berg") if name in text}

    def test_odd_names_stay_one_line(self, jayden, cast: Cast, now, today):
        hear(jayden, at=now, happened_on=today + WEEK)
        token = make(cast.noor, at=now, titles=CalendarTitles.INITIALS).token
        for given, family, said in (
            ("a\nSUMMARY:Jayden", "b\r\nEND:VEVENT", "zitting A.B."),
            ("'t;,\\", "", "zitting T."),
            ("", "de", "zitting D."),
            ("😀", "7", "zitting"),
            ("ßen", "Ĳsbrand", "zitting S.Ĳ."),
        ):
            Person.objects.filter(pk=jayden.pk).update(given_names=given, family_name=family)
            assert of_kind(token, "zitting") == [f"{today + WEEK} Regie: {said}"]

    def test_of_each_whom_it_tells_of_is_written_once_a_day_who_read(
        self, jayden, trajectory, cast: Cast, now, today
    ):
        hear(jayden, at=now, happened_on=today + WEEK)
        neutral = make(cast.noor, at=now)
        told(neutral.token)
        assert not AccessEntry.objects.exists()  # of whom nothing stands there, nothing was read
        token = make(cast.noor, at=now, titles=CalendarTitles.INITIALS).token
        for _ in range(2):
            told(token)
        entry = AccessEntry.objects.get()
        assert (entry.subject, entry.page, entry.ground) == (jayden.ref, "desk:calendar_file", "assignment")
        assert (entry.recorded_by_label, entry.municipality_code) == ("Noor", "GM1883")
        noor = cast.noor.acting(now)
        assert not guided_lately(noor, most=9)  # it was her telephone, she opened nothing
        assert not lately_opened(noor, on=today, most=9)
        read_of = [Read(jayden.ref, "GM1883", AccessGround.ASSIGNMENT)]
        for at in (now, now + ONE, now + ONE):
            log_access_once_a_day(read_of, page="desk:calendar_file", by=noor, at=at)
        assert AccessEntry.objects.count() == 2

    def test_under_cover_it_is_written_so(self, jayden, cast: Cast, now, today):
        hear(jayden, at=now, happened_on=today + WEEK)
        absence = Absence(cast.noor, cast.here, cast.sem, today, today + WEEK)
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        token = make(cast.sem, at=now, titles=CalendarTitles.INITIALS).token
        assert of_kind(token, "zitting J.M.")
        assert AccessEntry.objects.get().ground == "cover"


class TestWhoseItIs:
    def test_each_reads_of_his_own_only(self, jayden, token, cast: Cast, now, today):
        hear(jayden, at=now, happened_on=today + WEEK)
        assert of_kind(token, "zitting")
        for other in (cast.sem, cast.bas):
            assert told(make(other, at=now).token) == []

    def test_who_covers_reads_of_them_then_and_not_longer(self, jayden, cast: Cast, now, today):
        hear(jayden, at=now, happened_on=today + WEEK)
        token = make(cast.sem, at=now).token
        absence = Absence(cast.noor, cast.here, cast.sem, today, today + WEEK)
        cover = Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        assert of_kind(token, "zitting")
        cover.end(by=cast.noor.acting(now), at=now)
        assert not of_kind(token, "zitting")

    def test_who_guided_him_before_reads_nothing_of_him(self, jayden, token, cast: Cast, now, today):
        hear(jayden, at=now, happened_on=today + WEEK)
        Assignment.objects.update(officer=cast.sem)
        assert told(token) == []

    def test_who_works_elsewhere_now_reads_nothing_of_here(self, jayden, token, cast: Cast, now, today):
        hear(jayden, at=now, happened_on=today + WEEK)
        away = Absence(cast.noor, cast.here, cast.sem, today, today + WEEK)
        Cover.arrange(away, by=cast.noor.acting(now), at=now)
        assert len(told(token)) > 1
        RoleGrant.objects.filter(user=cast.noor).update(until=today)
        there = {"municipality": cast.elsewhere, "since": today}
        RoleGrant.grant(user=cast.noor, role=Role.OFFICER, **there, by=TESTER, at=now)
        assert told(token) == []

    def test_of_all_whom_a_coordinator_may_see_only_those_he_guides(self, jayden, cast: Cast, now, today):
        """Who coordinates and guides as well."""
        hear(jayden, at=now, happened_on=today + WEEK)
        _give(cast.fatima, Role.OFFICER, cast, now)
        fatima = cast.fatima.acting(now)
        assert Trajectory.objects.visible_to(fatima).exists()
        away = Absence(cast.noor, cast.here, cast.sem, today, today + WEEK)
        Cover.arrange(away, by=cast.noor.acting(now), at=now)
        token = make(cast.fatima, at=now).token
        assert told(token) == []
        hers = people.guide(cast, at=now, by=cast.fatima, who=KEVIN)
        hear(hers.person, at=now, happened_on=today + WEEK)
        assert len(of_kind(token, "zitting")) == 1

    @pytest.mark.parametrize(
        "happened", ["role ended", "role begins", "account closed", "became coordinator"]
    )
    def test_who_guides_nowhere_any_more_has_no_calendar(
        self, jayden, token, cast: Cast, now, today, happened: str
    ):
        his = RoleGrant.objects.filter(user=cast.noor)
        {
            "role ended": lambda: his.update(until=today),
            "role begins": lambda: his.update(since=today + ONE),
            "account closed": lambda: User.objects.filter(pk=cast.noor.pk).update(is_active=False),
            "became coordinator": lambda: his.update(role=Role.COORDINATOR),
        }[happened]()
        assert Client().get(url(token)).status_code == 404
        assert not CalendarReading.objects.exists()


def _give(user: User, role: Role, cast: Cast, now) -> None:
    RoleGrant.grant(user=user, role=role, municipality=cast.here, since=day(now), by=TESTER, at=now)
