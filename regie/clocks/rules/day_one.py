"""The day-one clock and the phase, from plain facts."""

from dataclasses import dataclass
from datetime import date

from regie.clocks.enums import Phase


@dataclass(frozen=True)
class DayOneFacts:
    """The facts that the day-one clock rests on; None is unknown, or not yet."""

    referred_on: date
    detained_since: date | None = None
    accepted_on: date | None = None
    first_contact_on: date | None = None


@dataclass(frozen=True)
class DayOneClock:
    """How long it takes to reach a young person, counted from day one of his detention.

    `begins` is that day, or the day of the referral when it is unknown; `days` runs until the first contact.
    """

    facts: DayOneFacts
    begins: date
    days: int
    runs: bool

    @property
    def day_one_known(self) -> bool:
        """Whether we know since when he is detained."""
        return self.facts.detained_since is not None


def day_one_clock(facts: DayOneFacts, *, on: date) -> DayOneClock:
    """The clock as it stands at the end of a day; contact before day one counts as reached on day one."""
    begins = facts.detained_since or facts.referred_on
    reached = facts.first_contact_on
    return DayOneClock(facts, begins, days=max(0, ((reached or on) - begins).days), runs=reached is None)


def phase(facts: DayOneFacts) -> Phase:
    """Where the road is, as far as these facts can show."""
    return Phase.ACQUAINTANCE if facts.accepted_on else Phase.REFERRAL


def phases(facts: DayOneFacts) -> list[tuple[Phase, date, date | None]]:
    """Every phase there was, from which day until which; the last one, which still lasts, has no end."""
    begins = [(Phase.REFERRAL, facts.referred_on), (Phase.ACQUAINTANCE, facts.accepted_on)]
    known = [(reached, day) for reached, day in begins if day]
    ends = [day for _, day in known[1:]]
    return [(*one, end) for one, end in zip(known, [*ends, None], strict=True)]
