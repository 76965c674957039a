"""The phase of the road: it begins like a term is due, and follows from what happened."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.approach.enums import Anchor, Situation, Unit
from regie.approach.rules import Counting, Length, PhaseRule
from regie.clocks.queries import standings
from regie.clocks.rules import Road, passed, phase
from regie.detention.enums import Arrival
from regie.detention.rules import StayFacts
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.clocks.terms import PHASES, facts, term, why_silent
from tests.factories import people
from tests.factories.detention import hold

IN, REFERRED, ACCEPTED, MET = date(2026, 1, 5), date(2026, 1, 7), date(2026, 1, 12), date(2026, 1, 15)
OUT, BACK = date(2026, 6, 5), date(2026, 8, 3)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2028, 12, 31))


def entered(on: date, *, left_on: date | None = None) -> StayFacts:
    """He came in from outside."""
    return StayFacts(Arrival.ENTERED, on, left_on, on)


def titles(road: Road, *, on: date) -> list[tuple[str, date, date | None]]:
    return [(one.phase.title, one.since, one.until) for one in passed(PHASES, road, on=on)]


def now(road: Road, *, on: date) -> str | None:
    found = phase(PHASES, road.facts(on=on), on=on)
    return found.title if found else None


HIS = Road(REFERRED, None, ACCEPTED, MET, MET, [entered(IN, left_on=OUT)])


class TestWhereHeIs:
    @pytest.mark.parametrize(
        ("on", "title"),
        [
            (IN, None),
            (REFERRED, "Aangemeld"),
            (ACCEPTED, "Kennismaken"),
            (MET + 4 * WEEK - DAY, "Kennismaken"),
            (MET + 4 * WEEK, "Plan maken"),
            (OUT - DAY, "Plan maken"),
            (OUT, "Vrijlating"),
            (OUT + 2 * DAY, "Vrijlating"),
            (OUT + 3 * DAY, "Stabiliseren"),
            (OUT + 300 * DAY, "Stabiliseren"),
        ],
    )
    def test_follows_from_what_happened(self, on: date, title: str | None):
        assert now(HIS, on=on) == title

    def test_nobody_reached_him_yet_so_he_stays_a_stranger(self):
        assert now(Road(REFERRED, IN, ACCEPTED), on=OUT) == "Kennismaken"

    def test_back_inside_the_plan_goes_on(self):
        road = Road(REFERRED, None, ACCEPTED, MET, MET, [entered(IN, left_on=OUT), entered(BACK)])
        assert now(road, on=BACK) == "Plan maken"

    def test_who_was_free_when_somebody_took_him_on_is_met_first(self):
        road = Road(BACK, None, BACK + DAY, BACK + WEEK, BACK + WEEK, [entered(IN, left_on=OUT)])
        assert [now(road, on=BACK + days) for days in (0 * DAY, DAY, 5 * WEEK - DAY, 5 * WEEK)] == [
            "Aangemeld", "Kennismaken", "Kennismaken", "Plan maken",
        ]  # fmt: skip

    def test_who_was_never_taken_on_is_only_referred(self):
        assert now(Road(REFERRED, None, None, MET, MET, [entered(IN, left_on=OUT)]), on=BACK) == "Aangemeld"

    def test_who_was_met_before_goes_on_as_soon_as_he_is_taken_on(self):
        assert now(Road(REFERRED, IN, MET + 9 * WEEK, MET, MET), on=MET + 9 * WEEK) == "Plan maken"

    def test_as_long_as_no_stay_was_told_nobody_says_that_he_is_free(self):
        assert now(Road(REFERRED, IN, ACCEPTED, MET, MET), on=MET + 9 * WEEK) == "Plan maken"

    def test_a_phase_that_his_situation_denies_does_not_hold(self):
        free = PhaseRule("free", "Vrij", "", (Counting(Anchor.REFERRED),), (Situation.FREE,))
        assert phase((free,), HIS.facts(on=OUT), on=OUT) is free
        assert phase((free,), HIS.facts(on=IN + WEEK), on=IN + WEEK) is None

    def test_what_was_before_his_referral_is_no_phase_of_this_road(self):
        before = [entered(IN - 90 * DAY, left_on=IN - 30 * DAY), entered(IN)]
        early = PhaseRule(
            "early", "Vroeger", "", (Counting(Anchor.REFERRED, Length(60, Unit.DAYS), before=True),)
        )
        road = Road(REFERRED, None, ACCEPTED, MET, MET, before)
        assert all(one.since >= REFERRED for one in passed((early, *PHASES), road, on=OUT))

    def test_where_nobody_laid_phases_down_there_is_none(self):
        assert phase((), HIS.facts(on=OUT), on=OUT) is None


class TestWhereHeWas:
    def test_every_phase_once_with_its_days(self):
        assert titles(HIS, on=OUT + WEEK) == [
            ("Aangemeld", REFERRED, ACCEPTED),
            ("Kennismaken", ACCEPTED, MET + 4 * WEEK),
            ("Plan maken", MET + 4 * WEEK, OUT),
            ("Vrijlating", OUT, OUT + 3 * DAY),
            ("Stabiliseren", OUT + 3 * DAY, None),
        ]

    def test_back_inside_within_a_week_and_out_again(self):
        back = [entered(IN, left_on=OUT), entered(OUT + 5 * DAY, left_on=BACK)]
        road = Road(REFERRED, None, ACCEPTED, MET, MET, back)
        assert [title for title, *_ in titles(road, on=BACK)][-4:] == [
            "Vrijlating", "Stabiliseren", "Plan maken", "Vrijlating",
        ]  # fmt: skip

    def test_accepted_on_the_day_he_was_referred(self):
        assert titles(Road(REFERRED, IN, REFERRED), on=OUT) == [("Kennismaken", REFERRED, None)]

    @given(
        st.builds(
            Road,
            DAYS,
            st.none() | DAYS,
            st.none() | DAYS,
            st.none() | DAYS,
            st.none(),
            st.lists(st.builds(entered, DAYS, left_on=st.none() | DAYS), max_size=3),
        ),
        DAYS,
    )
    def test_the_last_one_is_where_he_is_and_each_ends_where_the_next_begins(self, road: Road, on: date):
        told = titles(road, on=on)
        if on >= road.referred_on:
            assert told[-1][0] == now(road, on=on)
        assert [until for _, _, until in told[:-1]] == [since for _, since, _ in told[1:]]
        assert all(since < until for _, since, until in told[:-1])


class TestTheContactNorm:
    """How long after the last contact the next one is due, by phase (own proposal, te verifiëren)."""

    @pytest.mark.parametrize(
        ("on", "code", "due"),
        [
            (MET + 5 * WEEK, "contact_norm", MET + 4 * WEEK),
            (OUT + DAY, "contact_norm_first_days", OUT + DAY),
            (OUT + WEEK, "contact_norm_outside", OUT + 2 * WEEK),
        ],
    )
    def test_is_of_the_phase_and_never_due_before_he_came_out(self, on: date, code: str, due: date):
        norms = {"contact_norm", "contact_norm_first_days", "contact_norm_outside"}
        known = HIS.facts(on=on)
        found = {one: asked.due for one in norms if (asked := term(one, known, on=on))}
        assert found == {code: due}

    def test_counts_from_contact_that_there_was_since(self):
        seen = replace(HIS, last_contact_on=OUT + 2 * DAY)
        known = seen.facts(on=OUT + 2 * DAY)
        asked = term("contact_norm_first_days", known, on=OUT + 2 * DAY)
        assert asked is not None
        assert asked.due == OUT + 3 * DAY

    def test_says_in_which_phase_he_is_when_it_is_silent(self):
        why = why_silent("contact_norm_outside", HIS.facts(on=OUT), on=OUT)
        assert why == "Niet in de fase Vrijlating. Daarin is hij nu."

    def test_of_whom_no_phase_is_known_every_norm_holds(self):
        assert term("contact_norm", facts(last_contact=MET, situations={}), on=OUT).due == MET + 4 * WEEK


class TestOfManyPeople:
    def test_the_phase_and_what_is_overdue(self, cast: Cast, trajectory: Trajectory, now):
        today = now.date()
        people.meet(trajectory, by=cast.noor, at=now, happened_on=today - 29 * DAY)
        hold(trajectory.person, at=now, entered_on=today - 60 * DAY)
        (him,) = standings(Trajectory.objects.select_related("referral", "municipality"), on=today).values()
        assert (him.phase_title, him.overdue) == ("Plan maken", True)
        people.meet(trajectory, by=cast.noor, at=now, happened_on=today - 28 * DAY)
        (him,) = standings(Trajectory.objects.select_related("referral", "municipality"), on=today).values()
        assert not him.overdue
