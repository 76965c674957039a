"""What may be expected by the length of a sentence: a programme and conditional release, by the law of the day."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta

from regie.approach.enums import Situation, Tone
from tests.clocks.terms import INSIDE, facts, shipped, term, why_silent

IN, OUT, ON = date(2026, 1, 5), date(2026, 10, 5), date(2026, 3, 2)
PROGRAMME = "penitentiary_programme"
SHORT, LONG, LONGEST = (
    f"conditional_release_{bound}" for bound in ("to_two_years", "to_six_years", "above_six_years")
)


def months(number: int, days: int = 0) -> relativedelta:
    return relativedelta(months=number, days=days)


class TestConditionalRelease:
    """Art. 6:2:10 Wetboek van Strafvordering, as it is explained: te verifiëren."""

    def test_of_14_months_after_12_and_two_thirds_of_a_month(self):
        due = term(SHORT, facts(day_one=IN, sentence=months(14)), on=ON).due
        assert due == date(
            2027, 1, 25
        )  # 12 months is 5 January 2027; a third of the 59 days that are left is 20

    def test_of_18_months_after_14(self):
        assert term(SHORT, facts(day_one=IN, sentence=months(18)), on=ON).due == date(2027, 3, 7)

    def test_of_three_years_after_two(self):
        assert term(LONG, facts(day_one=IN, sentence=months(36)), on=ON).due == date(2028, 1, 6)

    def test_of_ten_years_two_years_before_its_end(self):
        known = facts(day_one=IN, sentence_end=date(2036, 1, 5), sentence=months(120))
        assert term(LONGEST, known, on=ON).due == date(2034, 1, 5)

    @pytest.mark.parametrize(
        ("length", "codes"),
        [
            (months(12), set()),
            (months(12, days=1), {SHORT}),
            (months(24), {SHORT}),
            (months(24, days=1), {LONG}),
            (months(72), {LONG}),
            (months(72, days=1), {LONGEST}),
        ],
    )
    def test_each_length_has_one_rule_and_a_year_has_none(self, length: relativedelta, codes: set[str]):
        known = facts(day_one=IN, sentence_end=IN + length, sentence=length)
        assert {code for code in (SHORT, LONG, LONGEST) if term(code, known, on=ON)} == codes

    def test_is_not_of_other_measures(self):
        known = facts(day_one=IN, sentence=months(18), situations=INSIDE | {Situation.IMPRISONED: False})
        assert "gevangenisstraf" in why_silent(SHORT, known, on=ON)

    def test_without_a_known_length_there_is_no_day(self):
        assert why_silent(SHORT, facts(day_one=IN), on=ON) == "We weten niet hoe lang zijn straf is."


class TestAProgramme:
    def test_the_last_sixth_of_nine_months(self):
        assert term(PROGRAMME, facts(release=OUT, sentence=months(9)), on=ON).due == date(2026, 8, 21)

    @pytest.mark.parametrize(("number", "given"), [(5, False), (6, True), (9, True), (12, True), (14, False)])
    def test_only_of_half_a_year_to_a_year(self, number: int, given: bool):
        assert bool(term(PROGRAMME, facts(release=OUT, sentence=months(number)), on=ON)) is given


@pytest.mark.parametrize("code", [PROGRAMME, SHORT, LONG, LONGEST])
def test_all_of_it_may_be_expected_and_is_to_be_verified(code: str):
    rule = shipped(code)
    assert (rule.tone, rule.verified, rule.opens) == (Tone.EXPECTED, False, False)
