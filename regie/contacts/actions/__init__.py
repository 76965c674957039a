"""What changes several things of contact at once: how an appointment went, and notes that arrive from a telephone."""

from regie.contacts.actions.appointments import tell_how_it_went
from regie.contacts.actions.jottings import Answer, Envelope, receive_jottings

__all__ = ["Answer", "Envelope", "receive_jottings", "tell_how_it_went"]
