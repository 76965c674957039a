"""What can be told of a moment of contact, and by which words it is found."""

from regie.contacts.rules.contact import (
    LONGEST_PARTY,
    LONGEST_WORDS,
    MOST_MINUTES,
    ContactAccount,
    check_contact,
)
from regie.contacts.rules.quoting import Piece, around_hit
from regie.contacts.rules.words import LONGEST_QUESTION, LONGEST_STEM, Sought, sought_by, stems_of

__all__ = [
    "LONGEST_PARTY",
    "LONGEST_QUESTION",
    "LONGEST_STEM",
    "LONGEST_WORDS",
    "MOST_MINUTES",
    "ContactAccount",
    "Piece",
    "Sought",
    "around_hit",
    "check_contact",
    "sought_by",
    "stems_of",
]
