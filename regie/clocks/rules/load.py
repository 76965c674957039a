"""What the work of one officer asks of him, from plain facts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class WorkFacts:
    """What one young person asks of his officer: the phase, whether he was reached, and whether contact is overdue."""

    phase: str
    reached: bool
    overdue: bool


@dataclass(frozen=True)
class Load:
    """The work of one officer: how many young people, in which phases, and with how many our contact is behind.

    It counts what we still have to do, never what a young person is like.
    """

    phases: Mapping[str, int]
    unreached: int
    overdue: int

    @property
    def people(self) -> int:
        """How many young people."""
        return sum(self.phases.values())


def load(work: Iterable[WorkFacts]) -> Load:
    """The work of one officer."""
    all_of_it = list(work)
    return Load(
        Counter(one.phase for one in all_of_it),
        unreached=sum(not one.reached for one in all_of_it),
        overdue=sum(one.overdue for one in all_of_it),
    )
