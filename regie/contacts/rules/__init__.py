"""What can be told of contact and of appointments, what falls together, and by which words contact is found."""

from regie.contacts.rules.appointment import (
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
from regie.contacts.rules.contact_day import check_contact_day
from regie.contacts.rules.quoting import Piece, around_hit
from regie.contacts.rules.words import LONGEST_QUESTION, LONGEST_STEM, Sought, sought_by, stems_of

__all__ = [
    "LONGEST_OF_APPOINTMENT",
    "LONGEST_QUESTION",
    "LONGEST_STEM",
    "OFF",
    "OUTSIDE",
    "AppointmentAccount",
    "Busy",
    "OutcomeAccount",
    "Piece",
    "Sought",
    "around_hit",
    "check_appointment",
    "check_contact_day",
    "check_outcome",
    "clashing",
    "comes_twice",
    "is_lost",
    "moment_of",
    "moved",
    "sought_by",
    "stems_of",
]
