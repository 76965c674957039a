"""The rules of mail: what calls for one and when, what it says, and what is done with one that did not go."""

from regie.mailing.rules.letter import CHOICE, LINK, TODAY, Counts, Letter, letter, link_letter
from regie.mailing.rules.sending import (
    ENDS,
    LONGEST_HELD,
    PAUSES,
    Happened,
    after_refusal,
    next_try_at,
    outcome_of,
)
from regie.mailing.rules.telling import ALARMS_WITHIN, alarms, kinds_at

__all__ = [
    "ALARMS_WITHIN",
    "CHOICE",
    "ENDS",
    "LINK",
    "LONGEST_HELD",
    "PAUSES",
    "TODAY",
    "Counts",
    "Happened",
    "Letter",
    "after_refusal",
    "alarms",
    "kinds_at",
    "letter",
    "link_letter",
    "next_try_at",
    "outcome_of",
]
