"""How long guidance lasts at least: from which day it is counted, by the approach."""

from dataclasses import replace
from datetime import date

import pytest

from regie.approach.enums import CountedFrom
from regie.approach.queries import approach_for
from regie.trajectories.rules import earliest_end, lasting
from tests.cast import Cast

STARTED = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("counted_from", "day_one", "end"),
    [
        (CountedFrom.DAY_ONE, date(2026, 11, 14), date(2028, 11, 14)),
        (CountedFrom.DAY_ONE, None, date(2028, 11, 18)),
        (CountedFrom.DAY_ONE, date(2024, 11, 18), date(2028, 11, 18)),  # its two years are over today
        (CountedFrom.DAY_ONE, date(2024, 11, 19), date(2026, 11, 19)),
        (CountedFrom.DAY_ONE, date(2019, 1, 1), date(2028, 11, 18)),
        (CountedFrom.ACCEPTANCE, date(2026, 11, 14), date(2028, 11, 18)),
    ],
)
def test_from_which_day_it_is_counted(cast: Cast, counted_from: CountedFrom, day_one: date | None, end: date):
    approach = replace(approach_for(cast.here, on=STARTED), counted_from=counted_from)
    assert earliest_end(approach, started_on=STARTED, day_one=day_one) == end


def test_a_day_that_month_does_not_have_becomes_the_first_of_the_next(cast: Cast):
    approach = approach_for(cast.here, on=STARTED)
    assert earliest_end(approach, started_on=date(2028, 2, 29), day_one=None) == date(2030, 3, 1)


@pytest.mark.parametrize(
    ("months", "words"), [(24, "twee jaar"), (12, "één jaar"), (18, "18 maanden"), (120, "10 jaar")]
)
def test_how_a_duration_is_said(months: int, words: str):
    assert lasting(months) == words
