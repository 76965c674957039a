"""Noor sees on Vandaag which referrals wait for her decision, by when and why; until somebody decided."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.approach.actions import load
from regie.approach.queries import approaches_for
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.queries import reckonings, referral_terms
from regie.desk.pages.today import today_page
from regie.persons.rules import Identity
from regie.trajectories.actions import Redirecting, defer_referral, redirect_referral
from regie.trajectories.enums import Knew
from regie.trajectories.models import Referral, Trajectory
from regie.ui.words import written
from tests.cast import TESTER, Cast, sign_in
from tests.factories import people
from tests.factories.approaches import shipped

URL = reverse("desk:today")
TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
WEEK = timedelta(weeks=1)
KEVIN = Identity("Kevin", "Smeets", date(2004, 5, 3))
TO_VERIFY = "Deze regel is nog te verifiëren."


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


def read(client: Client, url: str = URL) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(url).content.decode()))


def lines(cast: Cast, who: str, on: date) -> list[str]:
    """What stands on somebody's Vandaag that day."""
    at = this_moment() + (on - day(this_moment()))
    page = today_page(getattr(cast, who).acting(at), on=on, address={})
    return [line.what for group in page.groups for line in group.lines]


class TestItIsSeen:
    def test_what_of_whom_by_when_why_and_one_action(self, cast: Cast, now, noor: Client):
        referral = people.refer(cast, at=now, who=KEVIN)
        page = read(noor)
        (term,) = [
            term
            for _, term in referral_terms([referral], approaches_for([cast.here], on=day(now)), on=day(now))
        ]
        assert f"Aanmelding wegen Kevin Smeets Uiterlijk {written(term.due)}." in page
        assert "Wegen : Kevin Smeets, Aanmelding wegen" in page
        assert "Wie is aangemeld, hoort snel of hij een officier krijgt." in page
        assert f"5 werkdagen na de aanmelding. Wie: u. Aangemeld: {written(day(now))}. {TO_VERIFY}" in re.sub(
            r" +", " ", page
        )
        raw = noor.get(URL).content.decode()
        assert reverse("desk:weigh", args=[referral.ref]) in raw
        assert reverse("desk:referral", args=[referral.ref]) in raw
        assert "wacht op een besluit" not in page

    def test_five_working_days_after_it_came_in(self, cast: Cast, now):
        on = date(2026, 12, 21)  # a Monday; Christmas is on Friday and Saturday
        referral = Referral(happened_on=on, person=people.refer(cast, at=now).person, municipality=cast.here)
        ((_, term),) = referral_terms([referral], approaches_for([cast.here], on=on), on=on)
        assert (term.due, term.key) == (date(2026, 12, 29), ("referral_weighed", "referral"))

    def test_of_who_was_weighed_that_the_decision_is_left(self, cast: Cast, now, noor: Client):
        referral = people.refer(cast, at=now, who=KEVIN)
        people.weigh(referral, by=cast.noor, at=now)
        assert "Besluiten over de aanmelding Kevin Smeets" in read(noor)
        assert reverse("desk:weigh", args=[referral.ref]) not in noor.get(URL).content.decode()

    def test_by_person_and_by_kind(self, cast: Cast, trajectory, now, noor: Client):
        people.refer(cast, at=now, who=KEVIN)
        assert "Kevin Smeets (1)" in read(noor, f"{URL}?indeling=persoon")
        assert "Aanmelding wegen (1)" in read(noor, f"{URL}?indeling=soort")

    def test_a_rule_of_the_municipality_may_count_from_day_one_and_ask_how_old_he_is(self, cast, now):
        text = shipped("sittard-geleen").rstrip().replace("2025-07-01", "2025-08-01", 1) + FROM_DAY_ONE
        load(text, filename="local.yaml", by=TESTER, at=now)
        for who, since in ((KEVIN, day(now) - DAY), (Identity("Bo", "Caris", date(1990, 5, 3)), day(now))):
            people.refer(cast, at=now, who=who, detained_since=since)
        waiting = Referral.objects.open().select_related("person", "municipality").order_by("pk")
        found = referral_terms(waiting, approaches_for([cast.here], on=day(now)), on=day(now))
        assert [
            (str(one.person), term.rule.code, term.due) for one, term in found if "call" in term.rule.code
        ] == [("Kevin Smeets", "call_first", day(now) + 2 * DAY)]


class TestItIsOver:
    def test_when_he_is_accepted(self, cast: Cast, trajectory, now):
        assert "Aanmelding wegen" not in lines(cast, "noor", day(now))
        his = reckonings(
            Trajectory.objects.select_related("person", "referral", "municipality"), on=day(now)
        )[trajectory.pk]
        (term,) = [term for term in his.terms if term.rule.code == "referral_weighed"]
        assert term.done_on == trajectory.started_on

    def test_when_he_went_to_regular_aftercare(self, cast: Cast, now):
        referral = people.refer(cast, at=now, who=KEVIN)
        letters = Redirecting("Genoeg aan nazorg.", Knew.YES, "Geachte", "Beste")
        redirect_referral(referral=referral, redirecting=letters, by=cast.noor.acting(now), at=now)
        assert lines(cast, "noor", day(now)) == []

    def test_as_long_as_the_decision_waits_and_not_a_day_longer(self, cast: Cast, now):
        referral = people.refer(cast, at=now, who=KEVIN)
        until = day(now) + WEEK
        by = cast.noor.acting(now)
        defer_referral(referral=referral, until=until, why="De rechter beslist.", by=by, at=now)
        assert lines(cast, "noor", until - DAY) == []
        assert lines(cast, "noor", until) == ["Aanmelding wegen"]

    def test_but_waiting_hides_no_hard_day(self, cast: Cast, now):
        text = shipped("sittard-geleen").rstrip().replace("2025-07-01", "2025-08-01", 1) + HARD
        load(text, filename="local.yaml", by=TESTER, at=now)
        referral = people.refer(cast, at=now, who=KEVIN)
        by = cast.noor.acting(now)
        defer_referral(referral=referral, until=day(now) + WEEK, why="De rechter.", by=by, at=now)
        assert lines(cast, "noor", day(now)) == ["Aanmelding wegen"]


class TestWhoSeesIt:
    @pytest.mark.parametrize(
        ("who", "sees"), [("noor", True), ("sem", True), ("fatima", False), ("bas", False)]
    )
    def test_who_screens_there(self, cast: Cast, now, who: str, sees: bool):
        people.refer(cast, at=now, who=KEVIN)
        assert ("Kevin" in read(sign_in(getattr(cast, who)))) is sees

    def test_not_where_he_only_coordinates(self, cast: Cast, now):
        """There he may read it, and not weigh it."""
        since = day(now) - DAY
        RoleGrant.grant(
            user=cast.sem,
            role=Role.COORDINATOR,
            municipality=cast.elsewhere,
            since=since,
            by=TESTER,
            at=now - DAY,
        )
        people.refer(cast, at=now, who=KEVIN, by=cast.bas, where=cast.elsewhere)
        people.refer(cast, at=now, who=Identity("Bo", "Caris"))
        page = read(sign_in(cast.sem))
        assert "Bo Caris" in page
        assert "Kevin" not in page

    def test_what_is_shown_is_what_may_be_seen(self, cast: Cast, trajectory, now):
        people.refer(cast, at=now, who=KEVIN)
        people.refer(cast, at=now, who=Identity("Bo", "Caris"), by=cast.bas, where=cast.elsewhere)
        for who in ("noor", "sem", "fatima", "bas", "wil", "ada"):
            viewer = getattr(cast, who).acting(now)
            shown = set(Referral.objects.open().screened_by(viewer))
            assert shown <= set(Referral.objects.open().visible_to(viewer)), who


class TestOfMany:
    def test_as_many_queries_for_two_as_for_twenty(self, cast: Cast, now):
        asked = []
        for number in range(20):
            people.refer(cast, at=now, who=Identity(f"J{number}", "Smeets"))
            if number in (1, 19):
                noor = cast.noor.acting(now)
                with CaptureQueriesContext(connection) as queries:
                    page = today_page(noor, on=day(now), address={})
                asked.append(len(queries))
                assert len(page.shown) == number + 1
        assert asked[0] == asked[1]


HARD = """
  deadlines.referral_weighed:
    value:
      title: Aanmelding wegen
      counted: 5 working_days after referred
      act: officer
      tone: loud
      hard: true
      done_by: accepted
    text: Zo doen wij dat.
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
    reason: Zo doen wij dat.
"""
FROM_DAY_ONE = """
  deadlines.call_first:
    value:
      title: Bellen
      counted: 3 days after day_one
      act: officer
      tone: loud
      younger_than: 27
      done_by: accepted
    text: Bel zijn casemanager.
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
    reason: Zo doen wij dat.
"""
