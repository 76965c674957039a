"""A calendar year, as far as it has gone."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.insight.enums import Sight

EARLIEST = 1900


@dataclass(frozen=True)
class Year:
    """A year as it is looked at on a day."""

    number: int
    today: date

    @property
    def first(self) -> date:
        """New Year's day."""
        return date(self.number, 1, 1)

    @property
    def before(self) -> date:
        """The last day of the year before: how it stood at its end, this year began with."""
        return self.first - timedelta(days=1)

    @property
    def last(self) -> date:
        """Its last day; of the year that runs, today."""
        return min(date(self.number, 12, 31), self.today)

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is still to come."""
        return self.number < self.today.year

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it, and has come."""
        return day is not None and self.first <= day <= self.last


def year_of(number: int | str, *, today: date) -> Year | None:
    """The year that was asked for; None when it is no year, or is still to come."""
    text = str(number)
    if not (text.isascii() and text.isdigit() and len(text) == len(str(EARLIEST))):
        return None
    return Year(int(text), today) if EARLIEST <= int(text) <= today.year else None


def years_shown(since: date | None, sight: Sight, *, today: date) -> tuple[int, ...]:
    """The years with something to read, the last one first; `since` is when the first guidance began.

    Without a name to see only those that are over: numbers that move from day to day tell of one young person.
    """
    if since is None:
        return ()
    last = today.year - 1 if sight is Sight.GUARDED else today.year
    return tuple(range(last, min(since.year, today.year) - 1, -1))
