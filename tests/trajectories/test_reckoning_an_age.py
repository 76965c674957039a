"""His age on the day that the approach says, and whether it fits."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.approach.enums import ReckonedOn
from regie.approach.queries import approach_for
from regie.approach.rules import Approach
from regie.trajectories.enums import Answer
from regie.trajectories.rules import AgeFacts, judge_age, reckon
from tests.cast import Cast

AN_AGE = st.dates(date(1990, 1, 1), date(2020, 1, 1))


class TestReckoningAnAge:
    def rule(self, cast: Cast, now: datetime, **changes: Any) -> Approach:
        approach = approach_for(cast.here, on=now.date())
        return type(approach)(**(vars(approach) | changes))

    @pytest.mark.parametrize(
        ("rule", "on"),
        [
            (ReckonedOn.DAY_ONE, date(2026, 11, 1)),
            (ReckonedOn.REFERRAL, date(2026, 11, 5)),
            (ReckonedOn.DECISION, date(2026, 11, 9)),
        ],
    )
    def test_on_the_day_the_layer_says(self, cast: Cast, now, rule: ReckonedOn, on: date):
        approach = self.rule(cast, now, reckoned_on=rule)
        facts = AgeFacts(on.replace(year=1999), date(2026, 11, 1), date(2026, 11, 5), date(2026, 11, 9))
        assert reckon(facts, approach).years == 27
        day_later = AgeFacts(on.replace(year=1999) + timedelta(days=1), *list(vars(facts).values())[1:])
        assert reckon(day_later, approach).years == 26

    def test_without_a_known_day_one_on_the_day_of_the_referral_and_said_so(self, cast: Cast, now):
        approach = self.rule(cast, now, reckoned_on=ReckonedOn.DAY_ONE)
        reckoned = reckon(AgeFacts(date(2000, 1, 1), None, date(2026, 11, 5), date(2026, 12, 9)), approach)
        assert (reckoned.on, reckoned.day_one_unknown) == (date(2026, 11, 5), True)

    def test_twenty_seven_is_inside_and_twenty_eight_is_not(self, cast: Cast, now):
        approach = self.rule(cast, now, reckoned_on=ReckonedOn.REFERRAL)
        on = date(2026, 11, 5)
        inside = AgeFacts(date(1998, 11, 6), None, on, on)
        outside = AgeFacts(date(1998, 11, 5), None, on, on)
        assert judge_age(inside, approach).answer is Answer.MET
        assert judge_age(outside, approach).answer is Answer.NOT_MET

    def test_eighteen_is_inside_and_seventeen_is_not(self, cast: Cast, now):
        approach = self.rule(cast, now, reckoned_on=ReckonedOn.REFERRAL)
        on = date(2026, 11, 5)
        assert judge_age(AgeFacts(date(2008, 11, 5), None, on, on), approach).answer is Answer.MET
        assert judge_age(AgeFacts(date(2008, 11, 6), None, on, on), approach).answer is Answer.NOT_MET

    @given(birth_date=AN_AGE)
    def test_without_limits_every_age_fits(self, birth_date: date):
        approach = Approach(
            (), None, None, ReckonedOn.REFERRAL, 24, "acceptance", 28, None, 5, (), (), (), (), ()  # type: ignore[arg-type]
        )  # fmt: skip
        on = date(2026, 11, 5)
        assert judge_age(AgeFacts(birth_date, None, on, on), approach).answer is Answer.MET
