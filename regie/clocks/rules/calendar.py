"""The calendar of terms: working days in the Netherlands, and months that end where a month ends."""

from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

from regie.approach.enums import Unit
from regie.approach.rules import Length

# "Optional" is 5 May, which the Algemene termijnenwet (art. 3) counts every year.
NETHERLANDS = holidays.country_holidays("NL", categories=("public", "optional"))
LAST_YEAR = date.max.year - 200  # beyond it nobody reckons, and a sum of days would have no date


def is_working_day(day: date) -> bool:
    """Whether it is no weekend and no public holiday."""
    return bool(NETHERLANDS.is_working_day(day))


def next_working_day(day: date) -> date:
    """That day, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def counted(day: date, length: Length | None, *, before: bool = False) -> date:
    """The day so long after another, or before it; a month from the last day of January ends in February."""
    if length is None or day.year > LAST_YEAR:
        return day
    number = -length.number if before else length.number
    if length.unit is Unit.WORKING_DAYS:
        return NETHERLANDS.get_nth_working_day(day, number) if number else day
    if length.unit is Unit.MONTHS:
        return day + relativedelta(months=number)
    return day + timedelta(days=number * (7 if length.unit is Unit.WEEKS else 1))


def lasts(length: Length, *, since: date) -> int:
    """How many days a length takes from a day on, to compare lengths of different units by."""
    return (counted(since, length) - since).days
