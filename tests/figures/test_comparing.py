"""Is it lower here than in the country? Below, above, not to be told apart, or unknown; and by which test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.figures.enums import ComparedBy, Comparison
from regie.figures.rules import (
    Compared,
    Counted,
    Estimate,
    compared,
    compared_as_published,
    compared_with_rest,
    rate_ratio,
)

NATION = Counted(17_900, 17_900_000)  # one in a thousand
NUMBERS = st.integers(0, 500)


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (23, Comparison.BELOW),
        (24, Comparison.ALIKE),
        (35, Comparison.ALIKE),
        (47, Comparison.ALIKE),
        (48, Comparison.ABOVE),
    ],
)
def test_a_municipality_of_35000_against_the_nation(number: int, answer: Comparison):
    found = compared_with_rest(Counted(number, 35_000), NATION)
    assert found.answer is answer
    assert found.by is ComparedBy.RATIO


def test_the_nation_is_taken_without_the_municipality():
    found = compared_with_rest(Counted(60, 100), Counted(100, 200))
    assert found == compared(Counted(60, 100), Counted(40, 100))
    assert found.ratio == rate_ratio(60, 100, 40, 100)


@pytest.mark.parametrize("ours", [Counted(101, 100), Counted(60, 201)])
def test_who_is_no_part_of_the_nation_cannot_be_taken_from_it(ours: Counted):
    with pytest.raises(ValueError, match="is no part of"):
        compared_with_rest(ours, Counted(100, 200))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (None, NATION),
        (Counted(3, 100), None),
        (Counted(0, 100), Counted(0, 100)),
        (Counted(0, 0), NATION),
        (Counted(3, 100), Counted(0, 0)),
    ],
)
def test_what_is_not_known_stays_unknown(ours: Counted | None, theirs: Counted | None):
    assert compared(ours, theirs) == Compared(Comparison.UNKNOWN, ComparedBy.NOTHING)


def test_the_whole_nation_against_itself_is_unknown():
    assert compared_with_rest(NATION, NATION).answer is Comparison.UNKNOWN
    assert compared_with_rest(None, NATION).answer is Comparison.UNKNOWN
    assert compared_with_rest(NATION, None).answer is Comparison.UNKNOWN


@pytest.mark.parametrize(
    ("ours", "answer"),
    [
        (Estimate(14.0, 12.1, 15.9), Comparison.BELOW),
        (Estimate(14.0, 12.1, 16.0), Comparison.ALIKE),
        (Estimate(17.0, 16.5, 17.5), Comparison.ALIKE),
        (Estimate(20.0, 18.0, 22.0), Comparison.ALIKE),
        (Estimate(20.0, 18.1, 22.0), Comparison.ABOVE),
    ],
)
def test_published_values_are_told_apart_when_their_intervals_do_not_touch(
    ours: Estimate, answer: Comparison
):
    assert compared_as_published(ours, Estimate(17.0, 16.0, 18.0)) == Compared(answer, ComparedBy.OVERLAP)


def test_a_value_that_nobody_published_is_unknown():
    published = Estimate(17.0, 16.0, 18.0)
    unknown = Compared(Comparison.UNKNOWN, ComparedBy.NOTHING)
    assert compared_as_published(None, published) == compared_as_published(published, None) == unknown


def test_the_answer_and_its_test_are_said_in_dutch():
    assert [word.label for word in Comparison] == ["onder", "niet te onderscheiden", "boven", "onbekend"]
    assert all("95%" in word.label for word in (ComparedBy.RATIO, ComparedBy.OVERLAP))


@given(NUMBERS, st.integers(1, 10_000), NUMBERS, st.integers(1, 10_000))
def test_below_from_here_is_above_from_there(one: int, of: int, other: int, other_of: int):
    turned = {Comparison.BELOW: Comparison.ABOVE, Comparison.ABOVE: Comparison.BELOW}
    here = compared(Counted(one, of), Counted(other, other_of)).answer
    there = compared(Counted(other, other_of), Counted(one, of)).answer
    assert there is turned.get(here, here)
