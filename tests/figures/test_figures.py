"""How sure a share is, and which counts are too small to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.figures.rules import share, without_small_cells


def test_a_share_equals_the_published_interval():
    # Newcombe 1998, Statistics in Medicine 17:857, table I: 81 of 263 by Wilson's score method.
    found = share(81, 263)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718), (15, 148, 0.0624, 0.1605)],
)
def test_small_and_empty_shares_too(part: int, whole: int, low: float, high: float):
    found = share(part, whole)
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_a_share_of_nothing_is_unknown():
    assert share(0, 0) is None


@pytest.mark.parametrize(("part", "whole"), [(3, 2), (-1, 2)])
def test_more_than_the_whole_is_an_error(part: int, whole: int):
    with pytest.raises(ValueError, match="not a part"):
        share(part, whole)


@given(st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_lies_in_its_interval(pair: tuple[int, int]):
    found = share(*pair)
    assert found is not None
    assert 0 <= found.low <= found.value <= found.high <= 1


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([12, 0, 9], [12, 0, 9]),
        ([12, 3, 9], [12, None, None]),
        ([12, 3, 2], [12, None, None]),
        ([4], [None]),
        ([3, 0], [None, 0]),
        ([5, 5], [5, 5]),
    ],
)
def test_small_cells_are_hidden_and_cannot_be_worked_out(counts, shown):
    assert without_small_cells(counts, smallest=5) == shown


@given(st.lists(st.integers(0, 50)))
def test_no_small_count_is_ever_shown(counts: list[int]):
    assert not {count for count in without_small_cells(counts, smallest=5) if count} & {1, 2, 3, 4}
