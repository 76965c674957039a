"""The calendar of terms: working days in the Netherlands, and months that end where a month ends."""

from datetime import date, timedelta
from functools import lru_cache
from math import ceil, floor

import holidays
from dateutil.relativedelta import relativedelta

from regie.approach.enums import Unit
from regie.approach.rules import Counting, Length
from regie.clocks.enums import Hitch

# "Optional" is 5 May, which the Algemene termijnenwet (art. 3) counts every year.
NETHERLANDS = holidays.country_holidays("NL", categories=("public", "optional"))
SATURDAY = 5
LAST_YEAR = date.max.year - 200  # beyond it nobody reckons, and a sum of days would have no date


def is_working_day(day: date) -> bool:
    """Whether it is no weekend and no public holiday."""
    return bool(NETHERLANDS.is_working_day(day))


def next_working_day(day: date) -> date:
    """That day, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def hitches(day: date) -> tuple[Hitch, ...]:
    """What makes it an awkward day to come out on: who he needs then is not there, or is gone the day after."""
    tomorrow = day + timedelta(days=1)
    so = {
        Hitch.HOLIDAY: day in NETHERLANDS,
        Hitch.WEEKEND: day.weekday() >= SATURDAY,
        Hitch.FRIDAY: day.weekday() == SATURDAY - 1,
        Hitch.EVE: tomorrow in NETHERLANDS,
    }
    return tuple(hitch for hitch, is_so in so.items() if is_so)


def counted(day: date, length: Length | None, *, before: bool = False) -> date:
    """The day so long after another, or before it; a month from the last day of January ends in February."""
    if length is None or day.year > LAST_YEAR:
        return day
    return _after(day, -length.number if before else length.number, length.unit)


@lru_cache(maxsize=60_000)  # of thousands of people the same days of some years are counted again and again
def _after(day: date, number: int, unit: Unit) -> date:
    if unit is Unit.WORKING_DAYS:
        return NETHERLANDS.get_nth_working_day(day, number) if number else day
    if unit is Unit.MONTHS:
        return day + relativedelta(months=number)
    return day + timedelta(days=number * (7 if unit is Unit.WEEKS else 1))


def day_of(counting: Counting, day: date, *, sentence: relativedelta | None = None) -> date:
    """The day that is counted from another; of a share of a sentence (days) a part of a day is never too early."""
    after = counted(day, counting.length, before=counting.before)
    if counting.share is None or sentence is None:
        return after
    left = max(0, (day + sentence - (after if counting.length else day)).days)
    part = counting.share * left
    return after - timedelta(days=floor(part)) if counting.before else after + timedelta(days=ceil(part))


def lasts(length: Length, *, since: date) -> int:
    """How many days a length takes from a day on, to compare lengths of different units by."""
    return (counted(since, length) - since).days
