"""Supervision and special conditions are told, and told better; and which ones hold on a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from regie.base.errors import NotValid
from regie.detention.enums import SpecialConditionKind
from regie.detention.models import SpecialCondition, Supervision
from regie.detention.rules import Period
from regie.privacy.models import JournalEntry
from tests.cast import TESTER
from tests.factories.detention import conditions_of, hear, restrict, supervise, told_around

TODAY = date(2026, 11, 18)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
MAKE = {"supervision": supervise, "special_condition": restrict}
EACH = pytest.mark.parametrize("name", MAKE)


@EACH
class TestItWorks:
    def test_all_may_be_unknown_but_the_day_on_which_it_was_told(self, jayden, now, name):
        told = MAKE[name](jayden, at=now)
        assert (told.since, told.until, told.ended_on, told.happened_on) == (None, None, None, TODAY)

    def test_told_twice_is_once_also_on_another_day(self, jayden, now, name):
        first = MAKE[name](jayden, at=now)
        assert MAKE[name](jayden, at=now + timedelta(days=1)) == first
        assert JournalEntry.objects.filter(verb=first.verb).count() == 1

    def test_several_hold_at_once(self, jayden, now, name):
        assert MAKE[name](jayden, at=now) != MAKE[name](jayden, at=now, until=AFTER)

    def test_it_may_begin_and_end_on_one_day(self, jayden, now, name):
        assert MAKE[name](jayden, at=now, since=TODAY, until=TODAY, ended_on=TODAY)

    def test_telling_it_better_keeps_what_stood_there(self, jayden, now, name):
        told = MAKE[name](jayden, at=now)
        better = told.correct(
            account=replace(told.account, until=AFTER), by=TESTER, at=now + timedelta(days=1)
        )
        assert (better.until, better.happened_on, better.source) == (AFTER, TODAY, told.source)
        assert told_around(jayden) == [better]
        assert told_around(jayden, as_known=TODAY) == [told]
        assert JournalEntry.objects.filter(verb=told.verb).latest("pk").fields == ["until"]


@EACH
class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"since": date(2005, 4, 17)}, "since"),
            ({"since": date(2032, 12, 1)}, "since"),
            ({"until": date(2004, 1, 1)}, "until"),
            ({"since": TODAY, "until": BEFORE}, "until"),
            ({"until": date(2050, 1, 1)}, "until"),
            ({"ended_on": AFTER}, "ended_on"),
            ({"ended_on": date(2004, 1, 1)}, "ended_on"),
            ({"since": TODAY, "ended_on": BEFORE}, "ended_on"),
        ],
    )
    def test_a_day_that_cannot_be(self, jayden, now, name, told, field):
        with pytest.raises(NotValid) as refused:
            MAKE[name](jayden, at=now, **told)
        assert refused.value.field == field

    def test_telling_it_better_is_held_to_the_same_rules(self, jayden, now, name):
        told = MAKE[name](jayden, at=now)
        with pytest.raises(NotValid):
            told.correct(account=replace(told.account, ended_on=AFTER), by=TESTER, at=now)


def test_another_condition_is_told_in_words(jayden, now):
    with pytest.raises(NotValid) as refused:
        restrict(jayden, at=now, kind=SpecialConditionKind.OTHER, words="")
    assert refused.value.field == "words"
    assert restrict(jayden, at=now, kind=SpecialConditionKind.ANKLE_TAG, words="")


class TestWhetherItHolds:
    @pytest.mark.parametrize(
        ("since", "until", "ended_on", "begun", "over"),
        [
            (None, None, None, True, False),
            (TODAY, TODAY, None, True, False),
            (AFTER, None, None, False, False),
            (BEFORE, BEFORE, None, True, True),
            (BEFORE, AFTER, TODAY, True, True),
            (None, None, AFTER, True, False),
        ],
    )
    def test_on_a_day(self, since, until, ended_on, begun, over):
        period = Period(since, until, ended_on)
        assert (period.begun(on=TODAY), period.over(on=TODAY)) == (begun, over)

    def test_what_is_over_is_not_minded_and_all_kinds_come_in_six_queries(self, jayden, now):
        tag = SpecialConditionKind.ANKLE_TAG
        restrict(jayden, at=now, since=BEFORE, until=BEFORE)
        supervise(jayden, at=now, ended_on=TODAY)
        hearing, watch = hear(jayden, at=now, happened_on=AFTER), supervise(jayden, at=now)
        later, ban = restrict(jayden, at=now, kind=tag, since=AFTER), restrict(jayden, at=now, until=TODAY)
        with CaptureQueriesContext(connection) as asked:
            found = conditions_of(jayden, on=TODAY)
        assert found.all == [ban, later, watch, hearing]
        assert len(asked) == 6


@pytest.mark.parametrize("model", [Supervision, SpecialCondition])
@pytest.mark.parametrize("told", [{"until": BEFORE}, {"ended_on": BEFORE}])
def test_the_database_holds_it_to_ending_after_it_begins(jayden, now, model, told):
    kind = {"kind": "area_ban"} if model is SpecialCondition else {}
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(
            person=jayden, happened_on=TODAY, since=TODAY, **kind, **told, **model.stamp(by=TESTER, at=now)
        )


def test_the_database_holds_it_to_the_kinds_we_know(jayden, now):
    with pytest.raises(IntegrityError), transaction.atomic():
        SpecialCondition.objects.create(
            person=jayden, happened_on=TODAY, kind="curfew", **SpecialCondition.stamp(by=TESTER, at=now)
        )
