"""Contact with a young person."""

from regie.contacts.models.contact_moment import ContactMoment
from regie.contacts.models.contact_stem import ContactStem
from regie.contacts.models.jotting import Jotting, JottingEnd

__all__ = ["ContactMoment", "ContactStem", "Jotting", "JottingEnd"]
