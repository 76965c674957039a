"""What the work of one officer asks of him, from plain facts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from regie.clocks.enums import Phase

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
