"""Contact with a young person."""

from regie.contacts.models.contact_moment import ContactMoment
from regie.contacts.models.contact_stem import ContactStem

__all__ = ["ContactMoment", "ContactStem"]
