"""A year is counted from facts: each young person once, whoever was not asked too, and nothing is reckoned again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.clocks.enums import Verdict
from regie.clocks.rules import Road
from regie.detention.enums import Arrival
from regie.detention.rules import StayFacts
from regie.insight.enums import Sight
from regie.insight.rules import (
    Ending,
    Guided,
    LastVerdict,
    Life,
    Line,
    ReadingFacts,
    Year,
    contact_of,
    flow_of,
    last_measured,
    measured_in,
    terms_of,
    year_of,
    years_shown,
)
from regie.plans.enums import ConditionAnswer, MeasuredAt

TODAY = date(2026, 11, 18)
YEAR = Year(2025, TODAY)
RUNNING = Year(2026, TODAY)
HOUSING = {"housing": "Onderdak"}
YES, NO, UNKNOWN = ConditionAnswer


def guided(key: int, since: date, *endings: Ending) -> Guided:
    return Guided(key, key, since, since, None, endings)


def ended(on: date, again: date | None = None, reason: str = "goals_reached") -> Ending:
    return Ending(on, reason, reason.capitalize(), again)


class TestTheYear:
    @pytest.mark.parametrize("asked", ["abc", "0", "0000", "", "-2025", "2027", "20255", "²025", "1899", 0])
    def test_what_is_no_year_or_is_still_to_come(self, asked):
        assert year_of(asked, today=TODAY) is None

    def test_a_year_that_is_over_and_one_that_runs(self):
        assert (YEAR.is_over, YEAR.last, YEAR.before) == (True, date(2025, 12, 31), date(2024, 12, 31))
        assert (RUNNING.is_over, RUNNING.last) == (False, TODAY)
        assert year_of("2025", today=TODAY) == YEAR

    @pytest.mark.parametrize(
        ("since", "sight", "shown"),
        [
            (date(2024, 5, 1), Sight.WHOLE, (2026, 2025, 2024)),
            (date(2024, 5, 1), Sight.OWN, (2026, 2025, 2024)),
            (date(2024, 5, 1), Sight.GUARDED, (2025, 2024)),
            (date(2026, 5, 1), Sight.GUARDED, ()),
            (None, Sight.WHOLE, ()),
        ],
    )
    def test_who_may_see_no_name_sees_only_years_that_are_over(self, since, sight, shown):
        assert years_shown(since, sight, today=TODAY) == shown


class TestWhoCameAndWent:
    def test_each_counts_once_and_both_sides_add_up(self):
        flow = flow_of(
            [
                guided(1, date(2024, 3, 1)),
                guided(2, date(2024, 3, 1), ended(date(2025, 4, 1))),
                guided(3, date(2025, 2, 1)),
                guided(4, date(2025, 2, 1), ended(date(2025, 12, 31), reason="moved")),
                guided(5, date(2023, 1, 1), ended(date(2024, 6, 1), again=date(2025, 6, 1))),
            ],
            YEAR,
        )
        told = (flow.before, flow.begun, flow.again, flow.stopped, flow.after, flow.together)
        assert told == (2, 3, 1, 2, 3, 5)
        assert flow.reasons == (Line("Goals_reached", (1,)), Line("Moved", (1,)))

    def test_who_stopped_and_went_on_within_the_year_did_not_stop(self):
        his = guided(1, date(2024, 3, 1), ended(date(2025, 2, 1), again=date(2025, 3, 1)))
        flow = flow_of([his], YEAR)
        assert (flow.begun, flow.stopped, flow.reasons) == (0, 0, ())

    @pytest.mark.parametrize(
        ("endings", "within"),
        [
            ((), True),
            ((ended(date(2024, 12, 31)),), False),
            ((ended(date(2025, 1, 1)),), True),  # he was guided when the year began
            ((ended(date(2024, 6, 1), again=date(2025, 12, 31)),), True),
            ((ended(date(2024, 6, 1), again=date(2026, 1, 1)),), False),
        ],
    )
    def test_who_was_guided_within_the_year(self, endings, within):
        assert guided(1, date(2024, 1, 1), *endings).within(YEAR) is within

    def test_who_begins_later_is_not_counted(self):
        assert not guided(1, date(2026, 1, 1)).within(YEAR)

    @given(
        st.lists(
            st.tuples(st.integers(0, 1400), st.none() | st.integers(0, 900), st.none() | st.integers(0, 900))
        )
    )
    def test_before_and_begun_are_always_stopped_and_after(self, lives):
        all_of_them = []
        for key, (start, lasted, apart) in enumerate(lives):
            since = date.fromordinal(date(2023, 1, 1).toordinal() + start)
            closed = date.fromordinal(since.toordinal() + lasted) if lasted is not None else None
            again = date.fromordinal(closed.toordinal() + apart) if closed and apart is not None else None
            all_of_them.append(guided(key, since, *([ended(closed, again)] if closed else [])))
        flow = flow_of([one for one in all_of_them if one.within(YEAR)], YEAR)
        assert flow.before + flow.begun == flow.stopped + flow.after == flow.together
        assert flow.before == sum(one.on(YEAR.before) for one in all_of_them)
        assert flow.after == sum(one.on(YEAR.last) for one in all_of_them)
        assert sum(line.numbers[0] for line in flow.reasons) == flow.stopped


class TestContact:
    def test_an_attempt_is_no_contact_and_nothing_written_down_is_no_attempt(self):
        counted = contact_of({1, 2, 3}, [(1, "made", 9), (1, "attempted", 2), (2, "attempted", 4)])
        assert counted.people == (1, 1, 1)
        assert (counted.made, counted.tried, counted.tried_with) == (9, 6, 2)

    def test_of_nobody(self):
        assert contact_of(set(), []).people == (0, 0, 0)


class TestTerms:
    def test_only_counted_by_rule_and_in_all(self):
        told = [
            LastVerdict(1, "first_contact", Verdict.MET),
            LastVerdict(1, "next_contact", Verdict.MISSED),
            LastVerdict(2, "next_contact", Verdict.MET),
            LastVerdict(2, "next_contact", Verdict.UNKNOWN),
            LastVerdict(2, "other", Verdict.EXEMPT),
            LastVerdict(2, "other", Verdict.OPEN),
        ]
        counted = terms_of(told, {"first_contact": "Eerste contact", "next_contact": "Contact houden"})
        assert counted.all == (2, 1, 1, 1, 1)
        assert counted.people == (2, 1, 1, 1, 1)
        assert counted.rules[0] == Line("Contact houden", (1, 1, 0, 1, 0))
        assert [line.title for line in counted.rules] == ["Contact houden", "Eerste contact", "other"]

    def test_on_time_is_of_all_that_had_to_be_also_what_nobody_knows(self):
        told = [Verdict.MET] * 3 + [Verdict.UNKNOWN, Verdict.EXEMPT, Verdict.OPEN]
        counted = terms_of((LastVerdict(1, "a", verdict) for verdict in told), {})
        assert counted.on_time == (3, 4)
        assert counted.share.low == pytest.approx(0.194, abs=0.001)  # Clopper and Pearson, 3 of 4
        assert counted.share.high == pytest.approx(0.994, abs=0.001)

    def test_of_none_there_is_no_share(self):
        assert terms_of([], {}).on_time is None
        assert terms_of([LastVerdict(1, "a", Verdict.EXEMPT)], {}).share is None


def life(*readings: ReadingFacts, stays: tuple[StayFacts, ...], since: date = date(2024, 1, 1)) -> Life:
    road = Road(date(2024, 1, 5), accepted_on=since, stays=stays)
    return Life(guided(1, since), road, readings)


def stay(entered: date, left: date | None = None, arrival: Arrival = Arrival.ENTERED) -> StayFacts:
    return StayFacts(arrival, entered, left, entered)


def told(moment: MeasuredAt, on: date, answer: ConditionAnswer = YES) -> ReadingFacts:
    return ReadingFacts(moment, "housing", answer, on)


def at(lives: list[Life], moment: MeasuredAt, year: Year = YEAR) -> tuple[int, tuple[int, ...]]:
    found = next(one for one in measured_in(lives, year, HOUSING) if one.moment is moment)
    return found.people, found.lines[0].numbers


class TestBasicConditions:
    OUT = (stay(date(2024, 1, 2), date(2025, 2, 1)),)

    def test_whose_moment_fell_in_the_year_and_was_asked_nothing_counts(self):
        assert at([life(stays=self.OUT)], MeasuredAt.RELEASE) == (1, (0, 0, 0, 1))
        assert at([life(stays=self.OUT)], MeasuredAt.AFTER_6) == (1, (0, 0, 0, 1))
        assert at([life(stays=self.OUT)], MeasuredAt.AFTER_12) == (0, (0, 0, 0, 0))
        assert at([life(stays=self.OUT)], MeasuredAt.AFTER_12, RUNNING) == (1, (0, 0, 0, 1))
        assert at([life(stays=self.OUT)], MeasuredAt.ENTRY) == (0, (0, 0, 0, 0))
        assert at([life(stays=self.OUT)], MeasuredAt.ENTRY, Year(2024, TODAY)) == (1, (0, 0, 0, 1))

    def test_a_moment_that_is_still_to_come_is_nobodys(self):
        soon = life(stays=(stay(date(2024, 1, 2), date(2026, 7, 1)),))
        assert at([soon], MeasuredAt.RELEASE, RUNNING)[0] == 1
        assert at([soon], MeasuredAt.AFTER_6, RUNNING)[0] == 0

    def test_the_last_answer_told_of_the_moment(self):
        readings = [
            told(MeasuredAt.RELEASE, date(2025, 1, 30), NO),
            told(MeasuredAt.RELEASE, date(2026, 1, 5), UNKNOWN),
        ]
        assert at([life(*readings, stays=self.OUT)], MeasuredAt.RELEASE) == (1, (0, 0, 1, 0))

    def test_who_was_not_guided_that_day_could_not_be_asked(self):
        late = life(stays=self.OUT, since=date(2025, 3, 1))
        assert at([late], MeasuredAt.RELEASE)[0] == 0
        assert at([late], MeasuredAt.AFTER_6)[0] == 1

    def test_who_was_inside_again_has_no_such_moment(self):
        again = (*self.OUT, stay(date(2025, 5, 1)))
        assert at([life(stays=again)], MeasuredAt.RELEASE)[0] == 1
        assert at([life(stays=again)], MeasuredAt.AFTER_6)[0] == 0

    def test_what_was_measured_of_a_later_detention_is_not_of_this_one(self):
        again = (*self.OUT, stay(date(2025, 12, 1), date(2026, 2, 1)))
        his = life(told(MeasuredAt.RELEASE, date(2026, 2, 1)), stays=again)
        assert at([his], MeasuredAt.RELEASE) == (1, (0, 0, 0, 1))
        assert at([his], MeasuredAt.RELEASE, RUNNING) == (1, (1, 0, 0, 0))

    def test_a_transfer_is_no_release(self):
        moved = (
            stay(date(2024, 1, 2), date(2025, 2, 1)),
            stay(date(2025, 2, 1), arrival=Arrival.MOVED),
        )
        assert at([life(stays=moved)], MeasuredAt.RELEASE)[0] == 0

    def test_out_twice_in_a_year_is_one_young_person(self):
        twice = (
            stay(date(2024, 1, 2), date(2025, 2, 1)),
            stay(date(2025, 3, 1), date(2025, 4, 1)),
        )
        his = life(told(MeasuredAt.RELEASE, date(2025, 2, 1), NO), stays=twice)
        assert at([his], MeasuredAt.RELEASE) == (1, (0, 0, 0, 1))  # of the last time nobody asked

    def test_the_account_takes_the_last_that_was_taken_in_the_year(self):
        readings = [
            told(MeasuredAt.ENTRY, date(2024, 2, 1), YES),
            told(MeasuredAt.RELEASE, date(2025, 1, 30), NO),
            told(MeasuredAt.AFTER_6, date(2025, 8, 1), YES),
            told(MeasuredAt.AFTER_12, date(2026, 2, 1), UNKNOWN),
        ]
        his = life(*readings, stays=self.OUT)
        assert last_measured([his], YEAR, HOUSING) == (Line("Onderdak", (1, 0, 0, 0)),)
        assert last_measured([his], Year(2024, TODAY), HOUSING) == (Line("Onderdak", (1, 0, 0, 0)),)
        assert last_measured([his], RUNNING, HOUSING) == (Line("Onderdak", (0, 0, 1, 0)),)
        assert last_measured([life(stays=self.OUT)], YEAR, HOUSING) == (Line("Onderdak", (0, 0, 0, 1)),)

    def test_what_does_not_count_by_his_stays_is_not_asked(self):
        inside = life(told(MeasuredAt.AFTER_6, date(2025, 6, 1)), stays=(stay(date(2024, 1, 2)),))
        assert last_measured([inside], YEAR, HOUSING) == (Line("Onderdak", (0, 0, 0, 1)),)
