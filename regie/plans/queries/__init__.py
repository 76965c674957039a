"""What his plan tells a page."""

from regie.plans.queries.readings import conditions_of_many, readings_of
from regie.plans.queries.wishes import wishes_of

__all__ = ["conditions_of_many", "readings_of", "wishes_of"]
