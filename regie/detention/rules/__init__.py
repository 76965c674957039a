"""What can be true of a detention and of what is around it, and what follows from what was told."""

from regie.detention.rules.detention import (
    ReleaseFacts,
    StayFacts,
    check_length,
    check_move,
    check_release,
    check_stay,
    check_told_day,
    day_one,
    release_that_holds,
    sentence_words,
    where,
)
from regie.detention.rules.hearing import HearingFacts, check_hearing, coming, odd_day

__all__ = [
    "HearingFacts",
    "ReleaseFacts",
    "StayFacts",
    "check_hearing",
    "check_length",
    "check_move",
    "check_release",
    "check_stay",
    "check_told_day",
    "coming",
    "day_one",
    "odd_day",
    "release_that_holds",
    "sentence_words",
    "where",
]
