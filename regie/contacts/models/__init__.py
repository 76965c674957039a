"""Contact with a young person."""

from regie.contacts.models.contact_moment import ContactMoment

__all__ = ["ContactMoment"]
