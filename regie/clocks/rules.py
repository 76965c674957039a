"""The day-one clock and the phase, from plain facts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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


QUIET_AFTER = timedelta(days=28)  # te verifiëren: no public source says how often an officer seeks contact


@dataclass(frozen=True)
class WorkFacts:
    """What one young person asks of his officer: where the road is, and the first and last contact; None is none."""

    phase: Phase
    first_contact_on: date | None
    last_contact_on: date | None


@dataclass(frozen=True)
class Load:
    """The work of one officer: how many young people, in which phases, and with how many our contact is behind.

    It counts what we still have to do, never what a young person is like.
    """

    phases: Mapping[Phase, int]
    unreached: int
    quiet: int

    @property
    def people(self) -> int:
        """How many young people."""
        return sum(self.phases.values())


def load(work: Iterable[WorkFacts], *, on: date) -> Load:
    """The work of one officer on a day."""
    all_of_it = list(work)
    quiet = [one for one in all_of_it if one.last_contact_on and on - one.last_contact_on > QUIET_AFTER]
    unreached = [one for one in all_of_it if one.first_contact_on is None]
    return Load(Counter(one.phase for one in all_of_it), len(unreached), len(quiet))
