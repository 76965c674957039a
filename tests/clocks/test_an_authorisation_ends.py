"""An authorisation runs out or is stopped while the officer still does something on it: the clocks say so."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from regie.approach.enums import Tone
from regie.clocks.models import Notice
from regie.clocks.queries import reckonings
from regie.clocks.rules import Term
from regie.plans.enums import Doer
from regie.plans.queries import in_hand_by_trajectory
from regie.trajectories.enums import CircumstanceValue
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.gathered import told_of
from tests.factories.taking_over import authorise, do, take_over

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
WEEK = 7 * DAY
BEGUN = TODAY - WEEK


@pytest.fixture
def told(cast: Cast, now) -> dict[str, Any]:
    """By whom and when."""
    return {"by": cast.noor, "at": now}


def terms(trajectory: Trajectory, code: str, on: date = TODAY, **which: Any) -> list[Term]:
    """His terms of one rule, as it ships."""
    chosen = Trajectory.objects.select_related("person", "referral", "municipality").filter(pk=trajectory.pk)
    found = reckonings(chosen, on=on, **which)[trajectory.pk].terms
    return [one for one in found if one.rule.code == code]


class TestItEnds:
    def test_two_weeks_before_its_last_day_and_loud(self, trajectory, told):
        authorise(trajectory, until=TODAY + 5 * WEEK, **told)
        (one,) = terms(trajectory, "authorisation_ends")
        assert (one.due, one.rule.tone, one.done_on) == (TODAY + 3 * WEEK, Tone.LOUD, None)
        assert not one.rule.verified

    def test_a_new_one_in_its_place_fulfils_it(self, trajectory, told):
        old = authorise(trajectory, until=TODAY + DAY, **told)
        new = authorise(trajectory, signed_on=None, replaces=old.ref, **told)
        assert [one.done_on for one in terms(trajectory, "authorisation_ends")] == [None]
        account = replace(new.account, signed_on=TODAY)
        new.correct(account=account, by=told["by"].acting(told["at"]), at=told["at"])
        assert [one.done_on for one in terms(trajectory, "authorisation_ends")] == [TODAY]
        assert [one.done_on for one in terms(trajectory, "authorisation_ends", TODAY + WEEK)] == [TODAY]

    @pytest.mark.parametrize(
        "days", [{"signed_on": None, "until": TODAY}, {"until": None}, {"until": TODAY, "stopped_on": TODAY}]
    )
    def test_not_what_is_not_signed_has_no_day_or_was_stopped(self, trajectory, told, days):
        authorise(trajectory, **told, **days)
        assert terms(trajectory, "authorisation_ends") == []

    def test_when_it_is_over_and_nothing_rests_on_it_there_is_nothing_to_do(self, trajectory, told):
        authorise(trajectory, until=TODAY, **told)
        assert len(terms(trajectory, "authorisation_ends")) == 1
        assert terms(trajectory, "authorisation_ends", TODAY + DAY) == []

    def test_it_goes_before_what_his_situation_told(self, cast: Cast, trajectory, told):
        signed = {"valid_until": TODAY + 9 * WEEK}
        people.situate(trajectory, CircumstanceValue.SIGNED, **told, **signed)
        assert [one.due for one in terms(trajectory, "authorisation_ends")] == [TODAY + 7 * WEEK]
        authorise(trajectory, until=TODAY + 5 * WEEK, **told)
        assert [one.due for one in terms(trajectory, "authorisation_ends")] == [TODAY + 3 * WEEK]


class TestSomethingRestsOnIt:
    def test_he_may_not_any_more_until_there_is_a_new_one(self, trajectory, told):
        old = authorise(trajectory, happened_on=BEGUN, signed_on=BEGUN, until=TODAY - DAY, **told)
        take_over(trajectory, on=old, happened_on=BEGUN, **told)
        assert terms(trajectory, "authorisation_gone", TODAY - DAY) == []
        (one,) = terms(trajectory, "authorisation_gone")
        assert (one.due, one.rule.tone, one.done_on) == (TODAY, Tone.LOUD, None)
        authorise(trajectory, replaces=old.ref, **told)
        assert terms(trajectory, "authorisation_gone") == []  # it follows on the day itself: leave never went
        (healed,) = terms(trajectory, "authorisation_ends")
        assert healed.done_on == TODAY

    def test_it_keeps_its_name_when_it_is_healed_later(self, trajectory, told):
        old = authorise(trajectory, happened_on=BEGUN, signed_on=BEGUN, until=TODAY - 3 * DAY, **told)
        take_over(trajectory, on=old, happened_on=BEGUN, **told)
        (gone,) = terms(trajectory, "authorisation_gone")
        authorise(trajectory, replaces=old.ref, **told)
        (healed,) = terms(trajectory, "authorisation_gone")
        assert (healed.key, healed.due, healed.done_on) == (gone.key, TODAY - 2 * DAY, TODAY)

    def test_what_he_does_himself_asks_for_none(self, trajectory, told):
        old = authorise(trajectory, happened_on=BEGUN, signed_on=BEGUN, until=TODAY - DAY, **told)
        taken = take_over(trajectory, on=old, happened_on=BEGUN, **told)
        do(taken, on=TODAY - 2 * DAY, **told)
        assert terms(trajectory, "authorisation_gone") == []


class TestLookingTogether:
    def test_on_the_day_that_was_told_and_each_time_anew(self, trajectory, told):
        taken = take_over(trajectory, happened_on=BEGUN, until=TODAY, **told)
        (first,) = terms(trajectory, "look_together")
        assert (first.due, first.title) == (TODAY, "Samen bekijken of hij dit weer zelf doet")
        do(taken, Doer.TOGETHER, again_on=TODAY + WEEK, **told)
        (second,) = terms(trajectory, "look_together")
        assert second.due == TODAY + WEEK
        assert second.key != first.key
        do(taken, **told)
        assert terms(trajectory, "look_together") == []


class TestWhatIsRead:
    def test_one_query_for_all_three(self, trajectory, told):
        take_over(trajectory, on=authorise(trajectory, **told), **told)
        with CaptureQueriesContext(connection) as queries:
            assert len(in_hand_by_trajectory(told_of(trajectory))[trajectory.pk].things) == 1
        assert len(queries) == 1
        assert in_hand_by_trajectory(told_of()) == {}

    def test_as_it_was_known_that_day(self, trajectory, told, now):
        later = {**told, "at": now + timedelta(days=1)}
        old = authorise(trajectory, happened_on=BEGUN, signed_on=BEGUN, until=TODAY - DAY, **told)
        take_over(trajectory, on=old, happened_on=BEGUN, **told)
        old.correct(
            account=replace(old.account, until=TODAY + 9 * WEEK),
            by=told["by"].acting(later["at"]),
            at=later["at"],
        )
        assert terms(trajectory, "authorisation_gone") == []
        assert len(terms(trajectory, "authorisation_gone", as_known=TODAY)) == 1


def test_its_name_fits_where_what_was_told_of_it_is_kept(cast: Cast, trajectory, now):
    """SQLite keeps what is too long; PostgreSQL refuses it, and with it Vandaag."""
    leave = authorise(trajectory, until=TODAY, by=cast.noor, at=now)
    take_over(trajectory, on=leave, by=cast.noor, at=now)
    (gone,) = terms(trajectory, "authorisation_gone", TODAY + 4 * WEEK)
    longest = Notice._meta.get_field("occurrence").max_length
    assert len(gone.key[1]) <= longest
