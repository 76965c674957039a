"""Shares, counts, rates and ratios with their intervals: as published, and as other libraries make them."""

from collections.abc import Iterable, Iterator
from itertools import product
from math import inf, isclose, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import confint_poisson, test_poisson_2indep

from regie.figures.rules import Estimate, count, exact_share, rate, rate_ratio, share

test_poisson_2indep.__test__ = False  # a function of that library, no story of ours
WHOLES = [1, 2, 3, 5, 7, 10, 20, 47, 100, 263, 1_000, 9_473, 100_000, 17_900_000]
SURE = [0.5, 0.8, 0.9, 0.95, 0.99, 0.998]
COUNTS = [*range(120), 150, 263, 500, 999, 1_000, 5_000, 12_345, 99_999, 1_000_000, 17_900_000]
PAIRS = st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
TAIL = 0.025


def shares() -> Iterator[tuple[int, int, float]]:
    """At least a thousand shares: none, all, and what lies between."""
    for whole, sure in product(WHOLES, SURE):
        for part in {whole * step // 15 for step in range(16)} | {0, 1, whole - 1, whole}:
            yield part, whole, sure


def limits(found: Estimate | None) -> tuple[float, float]:
    assert found is not None
    return found.low, found.high


def alike(ours: Iterable[float], theirs: Iterable[float]) -> bool:
    """Equal to a billionth, of the number itself where that is above one."""
    return all(
        isclose(one, other, rel_tol=1e-9, abs_tol=1e-9) for one, other in zip(ours, theirs, strict=True)
    )


def test_a_share_equals_what_two_libraries_find():
    cases = list(shares())
    assert len(cases) >= 1_000
    for part, whole, sure in cases:
        ours = limits(share(part, whole, confidence=sure))
        theirs = stats.binomtest(part, whole).proportion_ci(sure, method="wilson")
        assert alike(ours, theirs), (part, whole, sure)
        assert alike(ours, proportion_confint(part, whole, 1 - sure, method="wilson")), (part, whole, sure)


def test_an_exact_share_equals_what_two_libraries_find():
    for part, whole, sure in shares():
        ours = limits(exact_share(part, whole, confidence=sure))
        low = stats.beta.ppf((1 - sure) / 2, part, whole - part + 1) if part else 0
        high = stats.beta.isf((1 - sure) / 2, part + 1, whole - part) if part < whole else 1
        assert alike(ours, (low, high)), (part, whole, sure)
        assert alike(ours, proportion_confint(part, whole, 1 - sure, method="beta")), (part, whole, sure)


def test_an_exact_share_is_where_the_binomial_test_turns():
    for part, whole in [(1, 7), (3, 12), (9, 40), (40, 47), (81, 263)]:
        low, high = limits(exact_share(part, whole))
        assert isclose(stats.binom.sf(part - 1, whole, low), TAIL, rel_tol=1e-9)
        assert isclose(stats.binom.cdf(part, whole, high), TAIL, rel_tol=1e-9)


def test_a_count_and_a_rate_equal_what_two_libraries_find():
    cases = list(product(COUNTS, SURE, [1, 0.37, 10_114]))
    assert len(cases) >= 1_000
    for number, sure, of in cases:
        ours = limits(rate(number, of, confidence=sure))
        low, high = confint_poisson(number, of, "exact-c", 1 - sure)
        low = low if number else 0  # theirs is unknown of none
        assert alike(ours, (low, high)), (number, sure, of)
        tail = (1 - sure) / 2
        by_chi = (
            stats.chi2.ppf(tail, 2 * number) / 2 if number else 0,
            stats.chi2.isf(tail, 2 * number + 2) / 2,
        )
        assert alike(limits(count(number, confidence=sure)), by_chi), (number, sure)


def test_a_ratio_equals_what_a_library_finds():
    small = [0, 1, 2, 3, 5, 8, 13, 40, 99, 1_000]
    cases = [
        case
        for case in product(small, small, [(1, 1), (10_000, 17_900_000), (0.5, 3)], SURE)
        if any(case[:2])
    ]
    assert len(cases) >= 1_000
    for one, other, (of, other_of), sure in cases:
        tail, scale = (1 - sure) / 2, other_of / of
        low = stats.f.ppf(tail, 2 * one, 2 * other + 2) * one / (other + 1) * scale if one else 0
        high = stats.f.isf(tail, 2 * one + 2, 2 * other) * (one + 1) / other * scale if other else inf
        ours = limits(rate_ratio(one, of, other, other_of, confidence=sure))
        assert alike(ours, (low, high)), (one, other, of, other_of, sure)


@pytest.mark.parametrize(("one", "other"), [(4, 9), (40, 9), (11, 21), (3, 300)])
def test_a_ratio_is_where_the_exact_test_of_two_rates_turns(one: int, other: int):
    low, high = limits(rate_ratio(one, 800, other, 3_011))
    for limit, way in [(low, "larger"), (high, "smaller")]:
        turned = test_poisson_2indep(
            one, 800, other, 3_011, value=limit, method="exact-cond", compare="ratio", alternative=way
        )
        assert isclose(turned.pvalue, TAIL, rel_tol=1e-7)


class TestAsPublished:
    @pytest.mark.parametrize(
        ("part", "whole", "wilson", "exact"),
        [  # Newcombe 1998, Statistics in Medicine 17:857, table I, methods 3 and 5
            (81, 263, (0.2553, 0.3662), (0.2527, 0.3676)),
            (15, 148, (0.0624, 0.1605), (0.0578, 0.1617)),
            (0, 20, (0.0, 0.1611), (0.0, 0.1684)),
            (1, 29, (0.0061, 0.1718), (0.0009, 0.1776)),
        ],
    )
    def test_shares(self, part, whole, wilson, exact):
        assert tuple(round(limit, 4) for limit in limits(share(part, whole))) == wilson
        assert tuple(round(limit, 4) for limit in limits(exact_share(part, whole))) == exact

    @pytest.mark.parametrize(
        ("number", "low", "high"), [(0, 0, 3.689), (1, 0.025, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390)]
    )
    def test_counts(self, number, low, high):
        # Garwood 1936, Biometrika 28:437; as in every table of exact Poisson limits.
        assert tuple(round(limit, 3) for limit in limits(count(number))) == (low, high)

    def test_a_ratio(self):
        # The example of poisson.test in R: 11 in 800 against 21 in 3,011.
        found = rate_ratio(11, 800, 21, 3_011)
        assert found is not None
        assert (round(found.value, 6), round(found.low, 7), round(found.high, 7)) == (
            1.971488,
            0.8584264,
            4.2772659,
        )


class TestNothingAndUnknown:
    def test_a_share_or_a_rate_of_nothing_is_unknown(self):
        assert share(0, 0) is exact_share(0, 0) is None
        assert rate(0, 0) is rate(3, 0) is None

    def test_a_ratio_of_nothing_is_unknown_and_to_none_has_no_upper_limit(self):
        assert rate_ratio(0, 100, 0, 100) is None
        assert rate_ratio(3, 0, 4, 100) is rate_ratio(3, 100, 4, 0) is None
        none_here, none_there = rate_ratio(0, 100, 4, 100), rate_ratio(4, 100, 0, 100)
        assert none_here is not None
        assert none_there is not None
        assert (none_here.value, none_here.low) == (0, 0)
        assert 1 < none_here.high < inf
        assert (none_there.value, none_there.high) == (inf, inf)
        assert isclose(none_there.low, 1 / none_here.high)

    @pytest.mark.parametrize(("part", "whole"), [(3, 2), (-1, 2)])
    @pytest.mark.parametrize("of", [share, exact_share])
    def test_more_than_the_whole_is_an_error(self, of, part: int, whole: int):
        with pytest.raises(ValueError, match="not a part"):
            of(part, whole)

    @pytest.mark.parametrize(
        "ask",
        [
            lambda: count(-1),
            lambda: rate(-1, 10),
            lambda: rate(-1, 0),
            lambda: rate_ratio(-1, 10, 3, 10),
            lambda: rate_ratio(3, 10, -1, 10),
        ],
    )
    def test_fewer_than_none_is_an_error(self, ask):
        with pytest.raises(ValueError, match="no count"):
            ask()

    @pytest.mark.parametrize("of", [-1, nan, inf])
    def test_what_cannot_be_divided_by_is_an_error(self, of: float):
        for ask in (lambda: rate(1, of), lambda: rate_ratio(1, of, 1, 1), lambda: rate_ratio(1, 1, 1, of)):
            with pytest.raises(ValueError, match="no denominator"):
                ask()

    @pytest.mark.parametrize("sure", [0, 1, 95])
    def test_a_confidence_lies_between_none_and_all(self, sure: float):
        with pytest.raises(ValueError, match="no confidence"):
            share(1, 2, confidence=sure)

    @pytest.mark.parametrize(("low", "high"), [(2, 3), (0, 0.5), (nan, 3)])
    def test_an_interval_that_does_not_hold_its_value_is_an_error(self, low: float, high: float):
        with pytest.raises(ValueError, match="does not lie"):
            Estimate(1, low, high)

    def test_huge_counts_have_narrow_intervals(self):
        for found in (share(10**9, 10**12), exact_share(10**9, 10**12)):
            assert found is not None
            assert found.low < 0.001 < found.high
            assert isclose(found.high - found.low, 2 * 1.96 * (0.001 * 0.999 / 10**12) ** 0.5, rel_tol=1e-3)
        assert isclose(count(10**12).high, 10**12 + 1.96 * 10**6, rel_tol=1e-8)
        tiny = share(0, 10**12)
        assert tiny is not None
        assert isclose(tiny.high, 3.8414588e-12, rel_tol=1e-6)


class TestAlways:
    @given(PAIRS, st.floats(0.01, 0.999))
    def test_a_share_lies_in_its_interval_within_none_and_all(self, pair: tuple[int, int], sure: float):
        for found in (share(*pair, confidence=sure), exact_share(*pair, confidence=sure)):
            assert found is not None
            assert 0 <= found.low <= found.value <= found.high <= 1

    @given(PAIRS.filter(lambda pair: pair[0] < pair[1]))
    def test_one_more_of_a_whole_moves_the_interval_up(self, pair: tuple[int, int]):
        part, whole = pair
        for of in (share, exact_share):
            fewer, more = limits(of(part, whole)), limits(of(part + 1, whole))
            assert fewer[0] < more[0]
            assert fewer[1] < more[1] or fewer[1] == more[1] == 1

    @given(st.integers(0, 10**7), st.floats(0.01, 0.99))
    def test_one_more_moves_a_count_up_and_more_sure_is_wider(self, number: int, sure: float):
        low, high = limits(count(number, confidence=sure))
        more, wider = (
            limits(count(number + 1, confidence=sure)),
            limits(count(number, confidence=sure + 0.009)),
        )
        assert low < more[0]
        assert high < more[1]
        assert wider[0] <= low
        assert high < wider[1]

    @given(st.integers(0, 10**6), st.integers(1, 10**6), st.floats(0.1, 1e7), st.floats(0.1, 1e7))
    def test_a_ratio_turned_round_is_one_divided_by_it(
        self, one: int, other: int, of: float, other_of: float
    ):
        there, back = rate_ratio(one, of, other, other_of), rate_ratio(other, other_of, one, of)
        assert there is not None
        assert back is not None
        assert there.low <= there.value <= there.high
        assert isclose(there.high * back.low, 1, rel_tol=1e-9)

    @given(st.integers(0, 10**6), st.floats(0.1, 1e7), st.sampled_from([1, 100, 1_000, 100_000]))
    def test_a_rate_per_thousand_is_a_thousand_times_the_rate(self, number: int, of: float, per: int):
        found, one = rate(number, of, per=per), rate(number, of)
        assert found is not None
        assert one is not None
        assert alike((found.value, *limits(found)), (one.value * per, one.low * per, one.high * per))
