"""The young person, and how he was known before."""

from regie.persons.models.former_identity import FormerIdentity
from regie.persons.models.person import Person

__all__ = ["FormerIdentity", "Person"]
