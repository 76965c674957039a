"""What can be true of a detention and of what is around it, and what follows from what was told."""

from regie.detention.rules.caution import (
    check_note_end,
    check_note_source,
    check_note_words,
    check_sanction,
    check_settled,
)
from regie.detention.rules.detention import (
    ReleaseFacts,
    StayFacts,
    check_detained_again,
    check_length,
    check_move,
    check_release,
    check_stay,
    check_told_day,
    day_one,
    ends,
    ground_that_holds,
    latest,
    of_this_detention,
    one_coming_in,
    release_that_holds,
    sentence_words,
    where,
)
from regie.detention.rules.hearing import HearingFacts, check_hearing, coming, odd_day
from regie.detention.rules.leave import LONGEST_GOAL, LeaveAccount, check_leave
from regie.detention.rules.leaving import came_out, check_free_since, free_since
from regie.detention.rules.moving import Moved, moved_earlier
from regie.detention.rules.period import Period, check_period, check_told_in_words

__all__ = [
    "LONGEST_GOAL",
    "HearingFacts",
    "LeaveAccount",
    "Moved",
    "Period",
    "ReleaseFacts",
    "StayFacts",
    "came_out",
    "check_detained_again",
    "check_free_since",
    "check_hearing",
    "check_leave",
    "check_length",
    "check_move",
    "check_note_end",
    "check_note_source",
    "check_note_words",
    "check_period",
    "check_release",
    "check_sanction",
    "check_settled",
    "check_stay",
    "check_told_day",
    "check_told_in_words",
    "coming",
    "day_one",
    "ends",
    "free_since",
    "ground_that_holds",
    "latest",
    "moved_earlier",
    "odd_day",
    "of_this_detention",
    "one_coming_in",
    "release_that_holds",
    "sentence_words",
    "where",
]
