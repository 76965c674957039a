"""The median and its interval: by rank, with what the ranks really cover."""

from itertools import product
from math import isclose, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from regie.figures.rules import median_of


@pytest.mark.parametrize(
    ("number", "low", "high", "coverage"),
    [  # ranks as in every table for the sign test, such as Conover, Practical Nonparametric Statistics
        (6, 1, 6, 0.9688),
        (10, 2, 9, 0.9785),
        (15, 4, 12, 0.9648),
        (20, 6, 15, 0.9586),
    ],
)
def test_as_published(number, low, high, coverage):
    found = median_of(range(1, number + 1))
    assert found is not None
    assert found.coverage is not None
    assert (found.low, found.high, round(found.coverage, 4)) == (low, high, coverage)


@pytest.mark.parametrize(("values", "middle"), [([4], 4), ([9, 1, 3], 3), ([5, 1, 2, 4], 3), (range(5), 2)])
def test_of_few_values_the_interval_is_unknown(values, middle):
    found = median_of(values)
    assert found is not None
    assert (found.number, found.value) == (len(values), middle)
    assert found.low is found.high is found.coverage is None


def test_of_no_values_all_is_unknown():
    assert median_of([]) is None


def test_a_value_that_is_not_known_has_no_rank():
    with pytest.raises(ValueError, match="count it apart"):
        median_of([1, nan, 3])


@pytest.mark.parametrize("sure", [0, 1, 95])
def test_a_confidence_lies_between_none_and_all(sure):
    with pytest.raises(ValueError, match="no confidence"):
        median_of([1, 2], confidence=sure)


def test_equal_to_what_a_library_finds():
    cases = list(product([*range(1, 230), 1_000, 10_001], [0.6, 0.8, 0.9, 0.95, 0.99]))
    assert len(cases) >= 1_000
    for number, sure in cases:
        found = median_of(range(number), confidence=sure)
        theirs = stats.quantile_test(np.arange(number), p=0.5).confidence_interval(sure)
        assert found is not None
        if found.low is None:
            assert np.isnan(theirs.low) or np.isnan(theirs.high), (number, sure)
            continue
        assert (found.low, found.high) == (theirs.low, theirs.high), (number, sure)
        outside = stats.binom.cdf(found.low, number, 0.5)
        assert found.coverage is not None
        assert isclose(found.coverage, 1 - 2 * outside, rel_tol=1e-9), (number, sure)
        assert found.coverage >= sure


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=80))
def test_the_median_lies_in_its_interval_and_order_does_not_matter(values: list[float]):
    found = median_of(values)
    assert found is not None
    assert found == median_of(sorted(values, reverse=True))
    if found.low is not None:
        assert found.high is not None
        assert found.low <= found.value <= found.high
