"""What is told late, twice, wrongly or not at all still gives terms that can be explained; one test for each oddity."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import permutations
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.approach.actions import load
from regie.approach.enums import Anchor
from regie.approach.rules import Counting
from regie.clocks.enums import HandlingKind, State
from regie.clocks.queries import reckonings
from regie.clocks.rules import Handled, Reckoning, Term, Told, reckon, state
from regie.detention.enums import Regime
from regie.persons.rules import Identity
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.clocks.terms import FREE, facts, rule, term, why_silent
from tests.factories import people
from tests.factories.approaches import shipped
from tests.factories.detention import hold, release, sentence

TODAY, IN = date(2026, 11, 18), date(2026, 11, 14)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))


def reckoned(trajectory: Trajectory, on: date = TODAY, **when: date) -> Reckoning:
    everyone = Trajectory.objects.select_related("person", "referral", "municipality")
    return reckonings(everyone.filter(pk=trajectory.pk), on=on, **when)[trajectory.pk]


def his(trajectory: Trajectory, code: str, on: date = TODAY, **when: date) -> list[Term]:
    """All terms that one rule gives him."""
    return [one for one in reckoned(trajectory, on, **when).terms if one.rule.code == code]


def silence(trajectory: Trajectory, code: str, on: date = TODAY) -> str:
    return next(one.why for one in reckoned(trajectory, on).silent if one.rule.code == code)


class TestStays:
    def test_two_that_both_go_on_count_as_one_the_last(self, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        hold(trajectory.person, at=now, entered_on=TODAY, facility="PI Vught")
        (told,) = his(trajectory, "allowances_entry")
        assert told.due == TODAY + 4 * WEEK
        (moved,) = his(
            trajectory, "allowances_entry", TODAY - DAY
        )  # of a day on which only the first had begun
        assert moved.due == IN + 4 * WEEK

    def test_two_on_one_day_are_one_term(self, trajectory, now):
        for facility in ("PI Sittard", "PI Vught"):
            hold(trajectory.person, at=now, entered_on=IN, facility=facility)
        assert [one.due for one in his(trajectory, "allowances_entry")] == [IN + 4 * WEEK]

    def test_a_first_day_that_is_corrected_into_the_past_is_due_at_once_and_the_same_term(
        self, trajectory, now
    ):
        stay = hold(trajectory.person, at=now, entered_on=IN)
        (before,) = his(trajectory, "allowances_entry")
        stay.add_correction(by=TESTER, at=now + DAY, entered_on=IN - 30 * WEEK)
        (after,) = his(trajectory, "allowances_entry", TODAY + DAY)
        assert (after.due, after.key) == (IN - 26 * WEEK, before.key)
        assert state(after, None, on=TODAY + DAY) is State.NOW
        (then,) = his(trajectory, "allowances_entry", TODAY, as_known=TODAY)
        assert then.due == before.due

    def test_none_at_all_counts_from_what_the_referral_told_and_says_what_it_depends_on(
        self, cast: Cast, now
    ):
        told = people.guide(cast, at=now, detained_since=IN)
        (one,) = his(told, "allowances_entry")
        assert (one.due, one.depends_on[0]) == (IN + 4 * WEEK, "of hij vast zit")
        nothing = people.guide(cast, at=now, who=Identity("Bo", "Caris"), detained_since=None)
        assert his(nothing, "allowances_entry") == []
        assert silence(nothing, "allowances_entry") == "We weten nog niets van dag één van de detentie."

    def test_back_inside_within_a_week_is_a_term_of_its_own(self, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN).leave(on=IN + 2 * DAY, by=TESTER, at=now)
        (first,) = his(trajectory, "allowances_entry", IN + DAY)
        assert len(his(trajectory, "measured_at_release", IN + 3 * DAY)) == 1
        back = IN + 6 * DAY
        hold(trajectory.person, at=now + 2 * DAY, entered_on=back)
        (again,) = his(trajectory, "allowances_entry", back)
        assert again.due == back + 4 * WEEK
        assert again.key != first.key
        assert his(trajectory, "measured_at_release", back) == []


class TestRelease:
    def test_that_nobody_knows_silences_with_a_reason(self, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        assert his(trajectory, "release_week") == []
        assert silence(trajectory, "release_week") == "We weten nog niets van de vrijlating."


class TestAReleaseThatMovesFrom16To14July2025:
    """From 15 July 2025 the law gives fourteen days of end leave, not before that day; until then it gave five."""

    @pytest.fixture
    def now(self) -> datetime:
        return datetime(2025, 6, 2, 9, 30, tzinfo=UTC)

    def test_is_by_the_law_of_each_day_and_stays_the_same_term(self, trajectory, now):
        him, on = trajectory.person, date(2025, 6, 3)
        hold(him, at=now, entered_on=date(2025, 1, 10), regime=Regime.ADULT)
        sentence(him, at=now, months=9)
        release(him, at=now, expected_on=date(2025, 7, 16))
        release(him, at=now + DAY, expected_on=date(2025, 7, 14))
        (before,) = his(trajectory, "release_week", on, as_known=on - DAY)
        (after,) = his(trajectory, "release_week", on)
        assert (before.due, before.earliest) == (date(2025, 7, 9), date(2025, 7, 4))
        assert (after.due, after.earliest) == (date(2025, 7, 7), date(2025, 7, 2))
        assert after.key == before.key


class TestTheCalendar:
    def test_born_on_29_february(self):
        born = date(2000, 2, 29)
        assert term("search_period", facts(release=date(2027, 2, 28), born=born), on=TODAY)
        assert "ouder" in why_silent("search_period", facts(release=date(2027, 3, 1), born=born), on=TODAY)

    def test_released_on_29_february(self):
        known = facts(situations=FREE, released=date(2028, 2, 29))
        assert term("measured_after_12_months", known, on=TODAY).due == date(2029, 2, 28)
        assert term("measured_after_24_months", known, on=TODAY).due == date(2030, 2, 28)

    @pytest.mark.parametrize("night", [date(2027, 3, 28), date(2027, 10, 31)])
    def test_a_night_of_23_or_25_hours_is_one_night(self, night: date):
        two_weeks = facts(day_one=night - WEEK)
        assert term("insurance_suspended", two_weeks, on=TODAY).due == night + WEEK

    def test_what_was_written_down_after_midnight_is_of_the_next_day(self, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        half_past_twelve = now.replace(hour=23, minute=30)
        release(trajectory.person, at=half_past_twelve, expected_on=TODAY + 9 * WEEK)
        assert his(trajectory, "release_week", TODAY + DAY, as_known=TODAY) == []
        assert len(his(trajectory, "release_week", TODAY + DAY, as_known=TODAY + DAY)) == 1


class TestTurningOlder:
    @pytest.mark.parametrize(("limit", "turns"), [(27, date(1999, 12, 1)), (28, date(1998, 12, 1))])
    def test_in_between_it_is_the_day_of_release_that_counts(self, limit: int, turns: date):
        younger = rule(younger_than=limit, counting=Counting(Anchor.RELEASE))
        birthday = date(2026, 12, 1)  # today he is younger
        for out, gives in ((birthday - DAY, True), (birthday, False)):
            found = reckon([younger], facts(release=out, born=turns), on=TODAY)
            assert bool(found.terms) is gives


class TestARuleThatEnded:
    def test_gives_its_term_until_then_and_none_from_then_on(self, cast: Cast, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN)
        text = shipped("sittard-geleen").rstrip().replace("2025-07-01", f"{TODAY + WEEK}", 1) + NO_MORE
        load(text, filename="local.yaml", by=TESTER, at=now)
        assert len(his(trajectory, "bank_account", TODAY + WEEK - DAY)) == 1
        assert his(trajectory, "bank_account", TODAY + WEEK) == []


class TestWhateverWasTold:
    @given(due=DAYS, on=DAYS, until=DAYS)
    def test_putting_off_never_hides_a_hard_day(self, due: date, on: date, until: date):
        put_off = Handled(HandlingKind.PUT_OFF, on, until, "Druk.", "Noor", uuid4())
        hard = Term(rule(hard=True), Told(due, "a", ""), due, due)
        assert state(hard, put_off, on=on) is state(hard, None, on=on)

    def test_the_order_in_which_it_was_told_does_not_matter(self, cast: Cast, now):
        found = set()
        for number, order in enumerate(permutations(range(3))):
            born = date(2004, 1, 1) + number * DAY
            jayden = people.guide(cast, at=now, who=Identity(f"J{number}", "Muller", born))
            tellings = all_that_is_told(jayden, now)
            for place in order:
                tellings[place]()
            found.add(tuple((one.rule.code, one.due, one.earliest) for one in reckoned(jayden).terms))
        assert len(found) == 1

    def test_reckoning_twice_is_the_same(self, trajectory, now):
        for tell in all_that_is_told(trajectory, now):
            tell()
        assert reckoned(trajectory) == reckoned(trajectory)


def all_that_is_told(trajectory: Trajectory, at: datetime) -> list[Callable[[], object]]:
    """What is told of him, each still to be told."""
    him = trajectory.person
    return [
        partial(hold, him, at=at, entered_on=IN),
        partial(sentence, him, at=at, months=9),
        partial(release, him, at=at, expected_on=TODAY + 20 * WEEK),
    ]


NO_MORE = """
  deadlines.bank_account:
    value: off
    text: Dat doet de bank niet meer.
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
    reason: Zo doen wij dat.
"""
