"""What can be told of a barrier, of what was tried, and of how it ended."""

from regie.barriers.rules.attempt import LONGEST_TRIED, AttemptAccount, check_attempt
from regie.barriers.rules.barrier import (
    LONGEST_BARRIER,
    LONGEST_NAMED,
    LONGEST_TITLE,
    BarrierAccount,
    check_barrier,
    check_days_after,
    check_filed,
    check_kind,
    kinds_of,
)
from regie.barriers.rules.ending import BarrierEndAccount, check_end

__all__ = [
    "LONGEST_BARRIER",
    "LONGEST_NAMED",
    "LONGEST_TITLE",
    "LONGEST_TRIED",
    "AttemptAccount",
    "BarrierAccount",
    "BarrierEndAccount",
    "check_attempt",
    "check_barrier",
    "check_days_after",
    "check_end",
    "check_filed",
    "check_kind",
    "kinds_of",
]
