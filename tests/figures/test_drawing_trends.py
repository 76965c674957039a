"""Figures in pictures: each value where it belongs, with its interval, and nothing drawn that is not known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.figures.rules import Counted, Estimate, Observed, count, funnel, plainly, trend
from regie.figures.rules.funnel import FAR, NEAR, limits
from regie.figures.rules.scale import scale

FOUND = Estimate(4.0, 2.0, 8.0)
VALUES = st.floats(0.001, 1e6).map(lambda value: Estimate(value, value / 2, value * 2))
YEARS = st.lists(
    st.builds(
        Observed, st.integers(1990, 2030), st.none() | VALUES, st.booleans(), st.sampled_from(["", "anders"])
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda one: one.year,
)
SEEN = st.builds(Counted, st.integers(0, 500), st.integers(1, 200_000))


class TestATrend:
    def test_a_value_stands_in_its_interval_and_a_line_leads_to_the_next_year(self):
        drawn = trend([Observed(2024, FOUND), Observed(2023, Estimate(2.0, 1.0, 4.0), provisional=True)])
        first, second = drawn.marks
        assert (first.label, second.label) == ("2023*", "2024")
        assert second.high < second.y < second.low <= drawn.bottom
        assert second.y < first.y  # four is more than two: higher in the picture
        (line,) = drawn.lines
        assert (line.x, line.y, line.to_x, line.to_y) == (first.x, first.y, second.x, second.y)

    def test_no_line_leads_over_what_is_not_known(self):
        unknown = trend([Observed(2022, FOUND), Observed(2023, None), Observed(2024, FOUND)])
        assert [mark.y is None for mark in unknown.marks] == [False, True, False]
        assert unknown.lines == ()
        assert trend([Observed(2022, FOUND), Observed(2024, FOUND)]).lines == ()

    def test_no_line_leads_over_a_break_which_says_why_it_is_there(self):
        drawn = trend(
            [Observed(2022, FOUND), Observed(2023, FOUND, broken="Anders geteld."), Observed(2024, FOUND)]
        )
        (gap,) = drawn.breaks
        assert (gap.number, gap.reason) == (1, "Anders geteld.")
        assert drawn.marks[0].x < gap.x < drawn.marks[1].x
        assert [line.x for line in drawn.lines] == [drawn.marks[1].x]

    def test_a_year_that_is_told_twice_is_an_error(self):
        for years in ([], [Observed(2024, FOUND), Observed(2024, None)]):
            with pytest.raises(ValueError, match="each of them once"):
                trend(years)

    @given(YEARS)
    def test_nothing_falls_outside_and_no_words_touch(self, years: list[Observed]):
        drawn = trend(years)
        for mark in drawn.marks:
            assert drawn.left <= mark.x <= drawn.right
            assert drawn.top <= mark.high <= mark.low <= drawn.bottom
            assert mark.y is None or mark.high <= mark.y <= mark.low
        assert all(after.x - one.x >= 38 for one, after in pairwise([m for m in drawn.marks if m.label]))
        assert drawn.marks[-1].label
        assert len(drawn.breaks) == sum(bool(mark.observed.broken) for mark in drawn.marks[1:])


class TestAFunnel:
    @given(st.integers(0, 300), st.floats(0.05, 300), st.sampled_from([NEAR, FAR]))
    def test_what_lies_outside_a_limit_is_what_its_interval_says(
        self, number: int, expected: float, sure: float
    ):
        low, high = limits(1_000, expected / 1_000, confidence=sure)
        own = count(number, confidence=sure)
        assert (number / 1_000 < low) == (own.high < expected)
        assert (number / 1_000 > high) == (own.low > expected)

    def test_who_is_near_the_reference_stands_between_the_limits(self):
        drawn = funnel(
            Counted(35, 35_000), [Counted(60, 35_000), Counted(2, 1_000)], reference=0.001, per=1_000
        )
        assert drawn.marked.y == drawn.reference
        assert drawn.others[0].x == drawn.marked.x > drawn.others[1].x
        at = dict(drawn.near.above)
        nearest = at[min(at, key=lambda x: abs(x - drawn.marked.x))]
        assert drawn.others[0].y < nearest < drawn.marked.y  # up is a smaller number

    def test_the_far_limit_lies_outside_the_near_one(self):
        drawn = funnel(Counted(35, 35_000), [], reference=0.001)
        for near, far in ((drawn.near.below, drawn.far.below),):
            assert all(other[1] >= one[1] for one, other in zip(near, far, strict=True))
        far = dict(drawn.far.above)
        assert all(far[x] <= y for x, y in drawn.near.above if x in far)

    def test_who_has_no_denominator_has_no_place(self):
        assert funnel(Counted(1, 10), [Counted(0, 0)], reference=0.1).others == ()
        for marked, reference in ((Counted(0, 0), 0.1), (Counted(1, 10), -1)):
            with pytest.raises(ValueError, match="nothing has a place"):
                funnel(marked, [], reference=reference)

    def test_who_lies_above_the_picture_stands_at_its_edge_and_is_drawn_otherwise(self):
        drawn = funnel(Counted(1, 1_000), [Counted(400, 1_000)], reference=0.001)
        assert (drawn.others[0].y, drawn.others[0].high, drawn.marked.high) == (drawn.top, True, False)
        assert (
            sum(y == drawn.top for _, y in drawn.far.above) <= 1
        )  # a limit ends there, and runs not along the edge

    @given(SEEN, st.lists(SEEN, max_size=5), st.floats(0, 0.1))
    def test_nothing_falls_outside(self, marked: Counted, others: list[Counted], reference: float):
        drawn = funnel(marked, others, reference=reference, per=1_000)
        lines = [drawn.near.above, drawn.near.below, drawn.far.above, drawn.far.below]
        places = [(dot.x, dot.y) for dot in (drawn.marked, *drawn.others)] + [
            place for line in lines for place in line
        ]
        assert all(drawn.left <= x <= drawn.right and drawn.top <= y <= drawn.bottom for x, y in places)
        assert drawn.top <= drawn.reference <= drawn.bottom
        assert not drawn.marked.high


class TestAScale:
    @given(st.floats(1e-6, 1e9))
    def test_it_reaches_the_most_in_few_round_steps(self, most: float):
        up = scale(most, low=200, high=0)
        assert most <= up.top * (1 + 1e-9)
        assert 2 <= len(list(up.levels())) <= 6
        assert [up.place(0), up.place(up.top), up.place(up.top * 2), up.place(-1)] == [200, 0, 0, 200]

    def test_of_nothing_it_still_has_a_top(self):
        assert [level.label for level in scale(0, low=200, high=0).levels()] == ["0", "0,5", "1"]

    @pytest.mark.parametrize(
        ("value", "written"),
        [(0, "0"), (0.5, "0,5"), (2.4356, "2,436"), (12, "12"), (1_000, "1.000"), (17_900_000, "17.900.000")],
    )
    def test_numbers_are_written_as_in_dutch(self, value: float, written: str):
        assert plainly(value) == written

    def test_small_and_half_numbers_too(self):
        assert [plainly(one) for one in (0.00001234, 1234.5, 0.1 + 0.2, -2.5)] == [
            "0,00001234",
            "1.234",
            "0,3",
            "-2,5",
        ]
        assert [plainly(one, figures=2) for one in (0.8899, 12.34, 1234)] == ["0,89", "12", "1.234"]
