"""What can be told of contact and of appointments, and what falls together."""

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
from regie.contacts.rules.contact import check_contact_day

__all__ = [
    "LONGEST_OF_APPOINTMENT",
    "OFF",
    "OUTSIDE",
    "AppointmentAccount",
    "Busy",
    "OutcomeAccount",
    "check_appointment",
    "check_contact_day",
    "check_outcome",
    "clashing",
    "comes_twice",
    "is_lost",
    "moment_of",
    "moved",
]
