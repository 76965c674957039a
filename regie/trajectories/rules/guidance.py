"""How long guidance lasts."""

from datetime import date

from dateutil.relativedelta import relativedelta

from regie.approach.enums import CountedFrom
from regie.approach.rules import Approach
from regie.base.errors import NotValid


def months_on(begins: date, months: int) -> date:
    """The same day so many months on; a day that month does not have becomes the first of the next."""
    end = begins + relativedelta(months=months)
    return end if end.day == begins.day else end + relativedelta(days=1)


def earliest_end(approach: Approach, *, started_on: date, day_one: date | None) -> date:
    """The first day on which guidance may be planned to end, by the approach.

    Counted from day one when the approach says so and it is known. When that would be over before it starts (he was
    inside long before anyone told us) it is counted from the acceptance.
    """
    counted = (approach.counted_from is CountedFrom.DAY_ONE and day_one) or started_on
    end = months_on(counted, approach.shortest)
    return end if end > started_on else months_on(started_on, approach.shortest)


def check_planned_end(planned_end: date, *, earliest: date, shortest: int) -> None:
    """Raises NotValid when guidance would be planned shorter than the approach lays down (`shortest` in months)."""
    if planned_end < earliest:
        raise NotValid(
            f"De begeleiding duurt minstens {lasting(shortest)}. Kies {earliest:%d-%m-%Y} of later.",
            field="planned_end",
        )


def lasting(months: int) -> str:
    """A number of months as people say it: twee jaar, 18 maanden."""
    years, rest = divmod(months, 12)
    words = {1: "één", 2: "twee", 3: "drie", 4: "vier", 5: "vijf"}
    return f"{words.get(years, years)} jaar" if years and not rest else f"{months} maanden"
