"""When a moment of contact can have been, by which words it is found, and what a note from a telephone says."""

from regie.contacts.rules.contact_day import check_contact_day
from regie.contacts.rules.jottings import (
    LONGEST_ABOUT,
    LONGEST_JOTTING,
    Jotted,
    day_in_doubt,
    read_jotting,
    sealed_about,
)
from regie.contacts.rules.quoting import Piece, around_hit
from regie.contacts.rules.words import LONGEST_QUESTION, LONGEST_STEM, Sought, sought_by, stems_of

__all__ = [
    "LONGEST_ABOUT",
    "LONGEST_JOTTING",
    "LONGEST_QUESTION",
    "LONGEST_STEM",
    "Jotted",
    "Piece",
    "Sought",
    "around_hit",
    "check_contact_day",
    "day_in_doubt",
    "read_jotting",
    "sealed_about",
    "sought_by",
    "stems_of",
]
