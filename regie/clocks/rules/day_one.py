"""The day-one clock: how long it takes to reach a young person."""

from dataclasses import dataclass
from datetime import date

from regie.clocks.rules.road import Road


@dataclass(frozen=True)
class DayOneClock:
    """Counted from day one of the detention he was referred for until the first contact.

    `day_one` None is unknown: then it counts from the referral. `reached_on` None is: it still runs.
    """

    day_one: date | None
    referred_on: date
    reached_on: date | None
    days: int

    @property
    def runs(self) -> bool:
        """Whether he was not reached yet."""
        return self.reached_on is None

    @property
    def begins(self) -> date:
        """The day that it counts from."""
        return self.day_one or self.referred_on


def day_one_clock(road: Road, *, on: date) -> DayOneClock:
    """The clock as it stands at the end of a day; contact before day one counts as reached on day one."""
    begins, reached_on = road.day_one or road.referred_on, road.first_contact_on
    days = max(0, ((reached_on or on) - begins).days)
    return DayOneClock(road.day_one, road.referred_on, reached_on, days)
