"""Contact with a young person, by which words it is found, and what was agreed with him."""

from regie.contacts.models.appointment import Appointment
from regie.contacts.models.appointment_outcome import AppointmentOutcome
from regie.contacts.models.contact_moment import ContactMoment, ContactMomentQuerySet
from regie.contacts.models.contact_stem import ContactStem
from regie.contacts.models.jotting import Jotting, JottingEnd, JottingQuerySet

__all__ = [
    "Appointment",
    "AppointmentOutcome",
    "ContactMoment",
    "ContactMomentQuerySet",
    "ContactStem",
    "Jotting",
    "JottingEnd",
    "JottingQuerySet",
]
