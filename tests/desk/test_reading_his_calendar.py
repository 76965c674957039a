"""A telephone reads the calendar of Noor: what must be done, when, and of whom nothing."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import CalendarTitles, Role
from regie.accounts.models import Absence, Cover
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotNow
from regie.clocks.enums import HandlingKind
from regie.detention.enums import Certainty, HearingOutcome, Title
from regie.detention.models.hearing import HearingAccount
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast, employ, sign_in
from tests.factories import people
from tests.factories.calendars import events, make, of_kind, read, told, url
from tests.factories.detention import hear, hold, release, sentence
from tests.factories.terms import handle, term_of
from tests.pinned.counting import questions

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


class TestWhatStandsInIt:
    def test_a_hearing_at_its_time_and_without_a_name(self, jayden, token, now, today):
        hear(jayden, at=now, happened_on=today + WEEK, time_of_day=time(10))
        (hearing,) = [one for one in events(token) if one["summary"] == "Regie: zitting"]
        assert hearing.decoded("dtstart").isoformat()[:16] == f"{today + WEEK}T10:00"
        assert hearing["dtstart"].params["TZID"] == "Europe/Amsterdam"
        assert hearing.decoded("duration") == timedelta(hours=1)
        assert (hearing["transp"], hearing["class"], hearing["status"]) == ("OPAQUE", "PRIVATE", "CONFIRMED")

    def test_nothing_in_the_file_is_about_anybody(self, jayden, trajectory, token, now, today):
        hold(jayden, at=now, entered_on=today)
        hear(jayden, at=now, happened_on=today + WEEK)
        release(jayden, at=now, expected_on=today + 9 * ONE)
        text = Client().get(url(token)).content.decode()
        refs = (jayden.ref, trajectory.ref, trajectory.referral.ref)
        for secret in ("Jayden", "Muller", "J.M.", "Sittard", "Rechtbank", "Noor", *map(str, refs)):
            assert secret not in text
        for event in events(token):
            assert event["description"] == event["url"] == "http://testserver/vandaag/"

    def test_a_loud_term_all_day_on_the_day_to_act_by(self, jayden, trajectory, token, now, today):
        hold(jayden, at=now, entered_on=today)
        by = term_of(trajectory, "first_contact", on=today).acts_by
        assert f"{by} Regie: termijn" in told(token)
        terms = [one for one in events(token) if one.decoded("dtstart") == by]
        assert {term.decoded("dtend") for term in terms} == {by + ONE}
        assert {(term["transp"], term["class"]) for term in terms} == {("TRANSPARENT", "PRIVATE")}

    def test_a_term_that_was_done_or_is_not_needed_is_gone_and_one_put_off_comes_back(
        self, jayden, trajectory, token, now, today, cast: Cast
    ):
        hold(jayden, at=now, entered_on=today)
        release(jayden, at=now, expected_on=today + 90 * ONE)
        before = of_kind(token, "termijn")
        handle(trajectory, "first_contact", by=cast.noor, at=now)
        handle(trajectory, "allowances_entry", by=cast.noor, at=now, kind=HandlingKind.NOT_NEEDED)
        until = today + 50 * ONE
        handle(trajectory, "home", by=cast.noor, at=now, kind=HandlingKind.PUT_OFF, until=until)
        after = of_kind(token, "termijn")
        assert len(after) == len(before) - 2
        assert f"{until} Regie: termijn" in after
        assert f"{until} Regie: termijn" not in before

    def test_an_expected_release_with_how_sure_we_are(self, jayden, token, now, today):
        hold(jayden, at=now, entered_on=today - 9 * ONE)
        sentence(jayden, at=now)
        release(jayden, at=now, expected_on=today + WEEK)
        (expected,) = [one for one in events(token) if "vrijlating" in one["summary"]]
        assert expected["summary"] == "Regie: vrijlating (verwacht)"
        assert expected["status"] == "TENTATIVE"
        later = now + timedelta(minutes=1)
        release(jayden, at=later, expected_on=today + 2 * WEEK, certainty=Certainty.FIXED)
        (fixed,) = [one for one in events(token) if "vrijlating" in one["summary"]]
        assert (fixed["summary"], fixed["status"]) == ("Regie: vrijlating (staat vast)", "CONFIRMED")
        assert fixed.decoded("dtstart") == today + 2 * WEEK
        assert fixed["uid"] == expected["uid"]
        assert fixed["sequence"] > expected["sequence"]

    def test_who_can_walk_out_any_day_has_no_day(self, jayden, token, now, today):
        hold(jayden, at=now, entered_on=today - 9 * ONE)
        sentence(jayden, at=now, title=Title.PRETRIAL)
        assert not of_kind(token, "vrijlating")
        assert all(not one.startswith(f"{today} Regie: termijn") for one in told(token))

    def test_her_own_absence_and_whom_she_covers_for(self, cast: Cast, token, now, today):
        eva = employ("Eva", Role.OFFICER, cast.here, at=now)
        away = Absence(cast.noor, cast.here, cast.sem, today + WEEK, today + 2 * WEEK)
        Cover.arrange(away, by=cast.noor.acting(now), at=now)
        hers = Absence(eva, cast.here, cast.noor, today, today + 3 * ONE)
        covering = Cover.arrange(hers, by=eva.acting(now), at=now)
        Cover.arrange(
            Absence(eva, cast.here, cast.sem, today + 3 * WEEK, today + 4 * WEEK), by=eva.acting(now), at=now
        )
        found = {
            one["summary"]: (one.decoded("dtstart"), one.decoded("dtend"), one["transp"])
            for one in events(token)
        }
        assert found == {
            "Regie: afwezig": (today + WEEK, today + 2 * WEEK, "TRANSPARENT"),
            "Regie: vervanging": (today, today + 3 * ONE, "TRANSPARENT"),
        }
        covering.end(by=eva.acting(now), at=now)
        assert not of_kind(token, "vervanging")

    @pytest.mark.parametrize(("days", "there"), [(-29, 0), (-28, 1), (364, 1), (365, 0)])
    def test_four_weeks_back_and_a_year_ahead(self, jayden, token, now, today, days: int, there: int):
        hear(jayden, at=now, happened_on=today + days * ONE)
        assert len(of_kind(token, "zitting")) == there

    def test_without_an_approach_the_hearings_stand_there(self, jayden, token, now, today, monkeypatch):
        hear(jayden, at=now, happened_on=today + ONE)
        hold(jayden, at=now, entered_on=today)
        assert of_kind(token, "termijn")
        monkeypatch.setattr("regie.approach.queries.in_force", _nothing_loaded)
        assert told(token) == [f"{today + ONE} Regie: zitting"]


def _nothing_loaded(*_args, **_how):
    raise NotNow("De aanpak is nog niet geladen.")


class TestADayThatMoves:
    def test_the_same_event_moves(self, jayden, token, now, today):
        was = hear(jayden, at=now, happened_on=today + WEEK, time_of_day=time(10))
        (before,) = [one for one in events(token) if "zitting" in one["summary"]]
        account = HearingAccount(today + 2 * WEEK, time_of_day=time(9, 15))
        told_at = now + timedelta(minutes=1)
        was.correct(account=account, by=TESTER, at=told_at)
        hear(
            jayden, at=told_at + ONE, happened_on=today + 3 * WEEK
        )  # what is told of another changes nothing
        (after,) = [one for one in events(token) if one["uid"] == before["uid"]]
        assert after.decoded("dtstart").isoformat()[:16] == f"{today + 2 * WEEK}T09:15"
        assert after["sequence"] > before["sequence"]
        assert after["last-modified"].dt == told_at.replace(microsecond=0) > before["last-modified"].dt
        assert len(of_kind(token, "zitting")) == 2

    def test_a_postponed_one_stands_on_its_new_day_without_a_time(self, jayden, token, now, today):
        was = hear(jayden, at=now, happened_on=today + WEEK, time_of_day=time(10))
        moved = HearingAccount(
            today + WEEK,
            time_of_day=time(10),
            outcome=HearingOutcome.POSTPONED,
            postponed_to=today + 2 * WEEK,
        )
        better = was.correct(account=moved, by=TESTER, at=now)
        (hearing,) = [one for one in events(token) if "zitting" in one["summary"]]
        assert hearing.decoded("dtstart") == today + 2 * WEEK  # a day, not a moment
        hear(jayden, at=now, happened_on=today + 2 * WEEK, time_of_day=time(11))
        assert len(of_kind(token, "zitting")) == 1  # told of as a hearing of its own
        unknown = HearingAccount(today + WEEK, outcome=HearingOutcome.POSTPONED)
        better.correct(account=unknown, by=TESTER, at=now)
        assert of_kind(token, "zitting") == [f"{today + 2 * WEEK} Regie: zitting"]

    def test_a_withdrawn_one_is_gone(self, jayden, token, now, today):
        hear(jayden, at=now, happened_on=today + WEEK).withdraw(by=TESTER, at=now)
        assert not of_kind(token, "zitting")

    def test_an_absence_that_ended_early_ends_that_day(self, cast: Cast, token, now, today):
        by, before = cast.noor.acting(now), now - WEEK
        away = Absence(cast.noor, cast.here, cast.sem, today - WEEK, today + WEEK)
        cover = Cover.arrange(away, by=by, at=before)
        (planned,) = events(token)
        cover.end(by=by, at=now)
        (ended,) = events(token)
        assert (planned.decoded("dtend"), ended.decoded("dtend")) == (today + WEEK, today)
        assert ended["uid"] == planned["uid"]
        assert ended["sequence"] > planned["sequence"]

    def test_the_names_of_events_are_of_one_officer(self, jayden, token, cast: Cast, now, today):
        hear(jayden, at=now, happened_on=today + WEEK)
        Cover.arrange(
            Absence(cast.noor, cast.here, cast.sem, today, today + ONE), by=cast.noor.acting(now), at=now
        )
        hers, his = ({one["uid"] for one in events(one)} for one in (token, make(cast.sem, at=now).token))
        assert his
        assert not hers & his
        renewed = {one["uid"] for one in events(make(cast.noor, at=now).token)}
        assert renewed == hers


class TestManyPeople:
    def test_two_or_thirty_ask_the_same(self, cast: Cast, now, today):
        counts = {}
        for titles in CalendarTitles:
            token, counts[titles] = make(cast.noor, at=now, titles=titles).token, []
            for size in (2, 12):
                _more(cast, size, now, today)
                asked = questions(lambda token=token: told(token))
                counts[titles].append(len(asked))
        assert counts == {CalendarTitles.NEUTRAL: [12, 12], CalendarTitles.INITIALS: [15, 15]}
        assert len(of_kind(token, "zitting")) == Trajectory.objects.count()


def _more(cast: Cast, number: int, now, today) -> None:
    there = Trajectory.objects.count()
    for place in range(there, there + number):
        born = date(2004, 1, 1) + place * ONE
        one = people.guide(cast, at=now, who=Identity(f"Kai {place}", "Alders", born))
        hold(one.person, at=now, entered_on=today)
        hear(one.person, at=now, happened_on=today + WEEK)


def test_the_file_says_how_often_to_read_it_and_in_which_time(token, now):
    calendar = read(token)
    assert calendar["x-wr-calname"] == calendar["name"] == "Regie"
    assert calendar["calscale"] == "GREGORIAN"
    assert calendar["refresh-interval"].params["VALUE"] == "DURATION"
    assert calendar.decoded("refresh-interval") == timedelta(hours=1)
    assert [zone["tzid"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


def test_a_link_to_regie_leads_her_in(token, jayden, now, today, cast: Cast):
    hear(jayden, at=now, happened_on=today + WEEK)
    (link,) = {str(one["url"]) for one in events(token)}
    assert link.endswith(reverse("desk:today"))
    assert sign_in(cast.noor).get(reverse("desk:today")).status_code == 200
