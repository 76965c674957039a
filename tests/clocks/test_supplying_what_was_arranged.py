"""What was arranged is supplied to the rules: each thing with its day, and when a whole list was settled."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from regie.approach.enums import Anchor
from regie.approach.queries import approach_for, approaches_for
from regie.approach.rules import ItemRule
from regie.clocks.queries import cases_of, reckonings
from regie.clocks.queries.arranging import arranging
from regie.clocks.rules import CaseFacts, Told
from regie.trajectories.enums import ArrangementList as Which
from regie.trajectories.enums import ArrangementState as State
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold, release, sentence

TODAY, IN = date(2026, 11, 18), date(2026, 10, 5)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
PACK = ("first_night", "money", "phone", "medicines", "picked_up")
ALL = (*PACK, "identity", "insurance", "debts", "first_appointment")
DETENTION = (
    "rent", "benefit", "allowances", "work_or_school", "insurance", "appointments", "belongings",
)  # fmt: skip


def chosen():
    return Trajectory.objects.select_related("person", "referral", "municipality")


def facts(trajectory: Trajectory, on: date = TODAY, **when: date) -> CaseFacts:
    approaches = approaches_for([trajectory.municipality], on=on)
    return cases_of(chosen(), on=on, approaches=approaches, **when)[trajectory.pk]


def told(trajectory: Trajectory, anchor: Anchor, on: date = TODAY, **when: date) -> list[Told]:
    return list(facts(trajectory, on, **when).told.get(anchor, ()))


def term(trajectory: Trajectory, rule: str, on: date = TODAY):
    reckoning = reckonings(chosen(), on=on)[trajectory.pk]
    return [one for one in reckoning.terms if one.rule.code == rule]


@pytest.fixture
def jayden(trajectory, now):
    """He is inside since October, and was not referred for it: Noor took him on before he came in again."""
    hold(trajectory.person, at=now, entered_on=IN)
    return trajectory


class TestOneThingWithItsDay:
    def test_is_a_term_under_its_own_name(self, cast: Cast, jayden, now):
        people.arrange(jayden, by=cast.noor, at=now, due_on=TODAY + WEEK)
        (one,) = term(jayden, "arrangement_due")
        assert (one.title, one.due, one.done_on) == ("Identiteitsbewijs bij zijn spullen", TODAY + WEEK, None)
        assert one.told.occurrence == "release:identity:referred"
        assert not term(jayden, "arrangement_due", TODAY - DAY)

    def test_stays_the_same_term_when_its_day_moves_and_is_done_when_arranged(self, cast: Cast, jayden, now):
        people.arrange(jayden, by=cast.noor, at=now, due_on=TODAY + WEEK)
        (first,) = term(jayden, "arrangement_due")
        people.arrange(jayden, by=cast.noor, at=now, due_on=TODAY + DAY)
        (second,) = term(jayden, "arrangement_due")
        assert (second.key, second.due) == (first.key, TODAY + DAY)
        people.arrange(jayden, state=State.ARRANGED, by=cast.noor, at=now, due_on=TODAY + DAY)
        (third,) = term(jayden, "arrangement_due")
        assert (third.key, third.done_on) == (first.key, TODAY)

    def test_without_a_day_there_is_no_term(self, cast: Cast, jayden, now):
        people.arrange(jayden, by=cast.noor, at=now)
        assert not term(jayden, "arrangement_due")

    def test_of_what_is_not_on_the_list_any_more_nothing_is_asked(self, cast: Cast, jayden, now):
        people.arrange(jayden, by=cast.noor, at=now, due_on=TODAY + DAY)
        without = cases_of(chosen(), on=TODAY)[jayden.pk]
        assert Anchor.ARRANGEMENT_DUE not in without.told

    def test_of_an_earlier_detention_nothing_is_asked(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=date(2026, 6, 3), left_on=date(2026, 9, 1))
        june = {"happened_on": date(2026, 6, 3), "due_on": TODAY + DAY}
        people.arrange(trajectory, by=cast.noor, at=now, **june)
        assert len(term(trajectory, "arrangement_due")) == 1
        hold(trajectory.person, at=now, entered_on=IN)
        assert not term(trajectory, "arrangement_due")


class TestAWholeList:
    def test_the_minimum_is_ready_on_the_day_the_last_of_it_was(self, cast: Cast, jayden, now):
        sentence(jayden.person, at=now, title="pretrial")
        (pack,) = term(jayden, "minimum_pack")
        assert (pack.due, pack.done_on) == (IN + WEEK, None)
        for item in PACK[1:]:
            people.arrange(jayden, item, State.ARRANGED, by=cast.noor, at=now, happened_on=IN)
        assert not told(jayden, Anchor.PACK_READY)
        people.arrange(jayden, PACK[0], State.NOT_NEEDED, by=cast.noor, at=now)
        assert term(jayden, "minimum_pack")[0].done_on == TODAY
        assert not told(jayden, Anchor.PREPARED)
        people.arrange(jayden, PACK[0], State.OPEN, by=cast.noor, at=now)
        assert term(jayden, "minimum_pack")[0].done_on is None

    def test_the_minimum_is_asked_of_who_is_held_before_trial_only(self, jayden, now):
        sentence(jayden.person, at=now, months=6)
        assert not term(jayden, "minimum_pack")

    def test_release_week_is_done_by_itself(self, cast: Cast, jayden, now):
        sentence(jayden.person, at=now, months=6)
        release(jayden.person, at=now, expected_on=TODAY + WEEK)
        assert term(jayden, "release_week")[0].done_on is None
        for item in ALL:
            people.arrange(jayden, item, State.ARRANGED, by=cast.noor, at=now)
        assert term(jayden, "release_week")[0].done_on == TODAY
        assert [one.day for one in told(jayden, Anchor.PREPARED, as_known=TODAY)] == [TODAY]
        assert not told(jayden, Anchor.PREPARED, as_known=TODAY - DAY)

    def test_what_runs_on_outside_is_asked_of_who_came_in_again(self, cast: Cast, trajectory, now):
        later = now + 2 * WEEK
        again = TODAY + WEEK
        hold(trajectory.person, at=now, entered_on=IN, left_on=TODAY)
        assert not told(trajectory, Anchor.DETAINED_AGAIN)
        hold(trajectory.person, at=later, entered_on=again)
        on = TODAY + 2 * WEEK
        (one,) = term(trajectory, "detention_items", on)
        assert (one.told.day, one.due, one.done_on) == (again, date(2026, 12, 2), None)
        for item in DETENTION:
            told_now = {"which": Which.DETENTION, "decision": "stops", "happened_on": again}
            people.arrange(trajectory, item, State.ARRANGED, by=cast.noor, at=later, **told_now)
        assert term(trajectory, "detention_items", on)[0].done_on == again
        assert not told(trajectory, Anchor.PACK_READY, on)

    def test_who_is_inside_for_what_he_was_referred_for_did_not_come_in_again(self, jayden):
        assert not told(jayden, Anchor.DETAINED_AGAIN)

    def test_the_minimum_is_of_a_release_only(self, cast: Cast, jayden, now):
        rent = ItemRule("rent", "Huur", minimum=True)
        approach = replace(approach_for(cast.here, on=TODAY), detention_items=(rent,))
        told_now = people.arrange(jayden, "rent", State.ARRANGED, by=cast.noor, at=now, which=Which.DETENTION)
        found = arranging([told_now], approach, detention=jayden.person.ref.hex, on=TODAY)
        assert [anchor for anchor, _ in found] == [Anchor.SORTED_OUT]
