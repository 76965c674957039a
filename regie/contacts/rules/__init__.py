"""When a moment of contact can have been, and by which words it is found."""

from regie.contacts.rules.contact_day import check_contact_day
from regie.contacts.rules.quoting import Piece, around_hit
from regie.contacts.rules.words import LONGEST_QUESTION, LONGEST_STEM, Sought, sought_by, stems_of

__all__ = [
    "LONGEST_QUESTION",
    "LONGEST_STEM",
    "Piece",
    "Sought",
    "around_hit",
    "check_contact_day",
    "sought_by",
    "stems_of",
]
