"""Hearings are told, told better and taken back; and which ones are still to come."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from regie.base.errors import NotNow, NotValid
from regie.detention.enums import HearingKind, HearingOutcome
from regie.detention.models import Hearing
from regie.detention.rules import HearingFacts, coming, odd_day
from regie.privacy.models import JournalEntry
from tests.cast import TESTER
from tests.factories.detention import conditions_of, hear, told_around

TODAY = date(2026, 11, 18)
SOON, LATER = date(2026, 12, 1), date(2027, 1, 12)
UNKNOWN, POSTPONED = HearingOutcome.UNKNOWN, HearingOutcome.POSTPONED


class TestItWorks:
    def test_it_is_about_its_own_day_which_may_lie_ahead(self, jayden, now):
        hearing = hear(jayden, at=now, happened_on=SOON, time_of_day=time(9, 30))
        assert (hearing.happened_on, hearing.time_of_day, hearing.source) == (SOON, time(9, 30), "Advocaat")

    def test_told_twice_is_once_also_after_another(self, jayden, now):
        first = hear(jayden, at=now, happened_on=SOON)
        hear(jayden, at=now, happened_on=LATER)
        assert hear(jayden, at=now, happened_on=SOON) == first
        assert Hearing.objects.count() == 2
        assert JournalEntry.objects.filter(verb="hearing.recorded").count() == 2

    def test_the_same_on_another_day_is_another_hearing(self, jayden, now):
        assert hear(jayden, at=now, happened_on=SOON) != hear(jayden, at=now, happened_on=LATER)

    def test_on_the_29th_of_february(self, jayden, now):
        assert hear(jayden, at=now, happened_on=date(2028, 2, 29))

    def test_without_any_sentence_or_stay_known(self, jayden, now):
        assert hear(jayden, at=now, kind=HearingKind.CONDITIONAL_RELEASE)


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"happened_on": date(2005, 4, 17)}, "happened_on"),
            ({"happened_on": date(2062, 12, 1)}, "happened_on"),
            ({"happened_on": SOON, "outcome": HearingOutcome.CONVICTED}, "outcome"),
            ({"postponed_to": SOON}, "postponed_to"),
            ({"outcome": POSTPONED, "postponed_to": TODAY}, "postponed_to"),
            ({"outcome": POSTPONED, "postponed_to": date(2062, 12, 1)}, "postponed_to"),
        ],
    )
    def test_a_day_or_an_outcome_that_cannot_be(self, jayden, now, told, field):
        with pytest.raises(NotValid) as refused:
            hear(jayden, at=now, **told)
        assert refused.value.field == field
        assert not Hearing.objects.exists()

    def test_a_hearing_ahead_can_be_postponed(self, jayden, now):
        assert hear(jayden, at=now, happened_on=SOON, outcome=POSTPONED, postponed_to=LATER)
        assert hear(jayden, at=now, happened_on=LATER, outcome=POSTPONED)

    def test_an_outcome_of_today(self, jayden, now):
        assert hear(jayden, at=now, outcome=HearingOutcome.SUSPENDED)


class TestTellingItBetter:
    def test_the_outcome_is_told_later_and_the_older_can_be_read_back(self, jayden, now):
        hearing, tomorrow = hear(jayden, at=now), now + timedelta(days=1)
        told = replace(hearing.account, outcome=HearingOutcome.SUSPENDED)
        better = hearing.correct(account=told, by=TESTER, at=tomorrow)
        assert told_around(jayden) == [better]
        assert told_around(jayden, as_known=TODAY) == [hearing]
        assert better.source == "Advocaat"
        assert JournalEntry.objects.filter(verb="hearing.recorded").last().fields == ["outcome"]

    def test_another_day(self, jayden, now):
        hearing = hear(jayden, at=now, happened_on=SOON)
        better = hearing.correct(account=replace(hearing.account, happened_on=LATER), by=TESTER, at=now)
        assert (better.happened_on, better.ref) == (LATER, hearing.ref)

    def test_nothing_otherwise_writes_nothing(self, jayden, now):
        hearing = hear(jayden, at=now)
        assert hearing.correct(account=hearing.account, by=TESTER, at=now) == hearing

    def test_it_is_held_to_the_same_rules(self, jayden, now):
        hearing = hear(jayden, at=now)
        with pytest.raises(NotValid):
            hearing.correct(account=replace(hearing.account, postponed_to=SOON), by=TESTER, at=now)

    def test_two_corrections_of_one_version_do_not_pass_each_other(self, jayden, now):
        hearing = hear(jayden, at=now)
        for outcome in (HearingOutcome.ACQUITTED, HearingOutcome.CONVICTED):
            told = replace(hearing.account, outcome=outcome)
            if outcome is HearingOutcome.ACQUITTED:
                hearing.correct(account=told, by=TESTER, at=now)
                continue
            with pytest.raises(NotNow, match="intussen al verbeterd"):
                hearing.correct(account=told, by=TESTER, at=now)

    def test_taking_it_back(self, jayden, now):
        hearing = hear(jayden, at=now)
        hearing.withdraw(by=TESTER, at=now + timedelta(days=1))
        assert told_around(jayden) == []
        assert told_around(jayden, as_known=TODAY) == [hearing]


class TestWhatIsStillToCome:
    @pytest.mark.parametrize(
        ("hearings", "found"),
        [
            ([], []),
            ([(TODAY, UNKNOWN, None)], [(TODAY, 0)]),
            ([(TODAY - timedelta(days=1), UNKNOWN, None)], []),
            ([(LATER, UNKNOWN, None), (SOON, UNKNOWN, None)], [(SOON, 1), (LATER, 0)]),
            ([(TODAY, POSTPONED, SOON)], [(SOON, 0)]),
            ([(SOON, POSTPONED, None)], []),
            ([(TODAY, POSTPONED, SOON), (SOON, UNKNOWN, None)], [(SOON, 1)]),
            ([(TODAY, POSTPONED, SOON), (SOON, POSTPONED, LATER)], [(SOON, 0), (LATER, 1)]),
        ],
    )
    def test_the_first_one_first(self, hearings, found):
        assert coming([HearingFacts(*hearing) for hearing in hearings], on=TODAY) == found

    def test_of_him_with_those_of_which_nobody_told_the_outcome_in_six_queries(self, jayden, now):
        was = hear(jayden, at=now, happened_on=TODAY - timedelta(days=9))
        hear(jayden, at=now, happened_on=TODAY - timedelta(days=8), outcome=HearingOutcome.CONTINUED)
        later, soon = (hear(jayden, at=now, happened_on=on) for on in (LATER, SOON))
        with CaptureQueriesContext(connection) as asked:
            found = conditions_of(jayden, on=TODAY)
        assert (found.hearings, found.unheard) == ([soon, later], [was])
        assert found.all == [soon, later, was]
        assert len(asked) == 6

    @pytest.mark.parametrize(
        ("held_on", "says"), [(SOON, ""), (date(2026, 11, 28), "zaterdag"), (date(2026, 11, 29), "zondag")]
    )
    def test_a_day_in_the_weekend_is_said(self, held_on, says):
        assert says in odd_day(held_on)
        assert bool(says) == bool(odd_day(held_on))


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "picnic"},
        {"outcome": "perhaps"},
        {"outcome": "unknown", "postponed_to": SOON},
        {"outcome": "postponed", "postponed_to": TODAY},
    ],
)
def test_the_database_holds_it_to(jayden, now, told):
    with pytest.raises(IntegrityError), transaction.atomic():
        Hearing.objects.create(person=jayden, happened_on=TODAY, **told, **Hearing.stamp(by=TESTER, at=now))
