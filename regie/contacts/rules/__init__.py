"""What can be told of contact, of appointments and in notes, and by which words contact is found."""

from regie.contacts.rules.appointment import (
    AGREEABLE,
    LONGEST_OF_APPOINTMENT,
    OFF,
    OUTSIDE,
    AppointmentAccount,
    OutcomeAccount,
    check_appointment,
    check_outcome,
    comes_twice,
    is_lost,
    moment_of,
    moved,
)
from regie.contacts.rules.clash import Busy, clashing
from regie.contacts.rules.contact import (
    LONGEST_PARTY,
    LONGEST_WORDS,
    MOST_MINUTES,
    ContactAccount,
    check_contact,
)
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
from regie.contacts.rules.stop_words import STOP_WORDS
from regie.contacts.rules.words import LONGEST_QUESTION, LONGEST_STEM, Sought, sought_by, stems_of

__all__ = [
    "AGREEABLE",
    "LONGEST_ABOUT",
    "LONGEST_JOTTING",
    "LONGEST_OF_APPOINTMENT",
    "LONGEST_PARTY",
    "LONGEST_QUESTION",
    "LONGEST_STEM",
    "LONGEST_WORDS",
    "MOST_MINUTES",
    "OFF",
    "OUTSIDE",
    "STOP_WORDS",
    "AppointmentAccount",
    "Busy",
    "ContactAccount",
    "Jotted",
    "OutcomeAccount",
    "Piece",
    "Sought",
    "around_hit",
    "check_appointment",
    "check_contact",
    "check_contact_day",
    "check_outcome",
    "clashing",
    "comes_twice",
    "day_in_doubt",
    "is_lost",
    "moment_of",
    "moved",
    "read_jotting",
    "sealed_about",
    "sought_by",
    "stems_of",
]
