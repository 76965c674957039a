"""When a moment of contact can have been, and what a note from a telephone says."""

from regie.contacts.rules.jottings import (
    LONGEST_ABOUT,
    LONGEST_JOTTING,
    Jotted,
    day_in_doubt,
    read_jotting,
    sealed_about,
)
from regie.contacts.rules.moments import check_contact_day

__all__ = [
    "LONGEST_ABOUT",
    "LONGEST_JOTTING",
    "Jotted",
    "check_contact_day",
    "day_in_doubt",
    "read_jotting",
    "sealed_about",
]
