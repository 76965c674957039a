"""Contact with a young person, and what was agreed with him."""

from regie.contacts.models.appointment import Appointment
from regie.contacts.models.appointment_outcome import AppointmentOutcome
from regie.contacts.models.contact_moment import ContactMoment

__all__ = ["Appointment", "AppointmentOutcome", "ContactMoment"]
