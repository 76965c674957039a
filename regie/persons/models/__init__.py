"""The young person."""

from regie.persons.models.person import Person

__all__ = ["Person"]
