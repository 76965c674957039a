"""What his plan tells a page."""

from regie.plans.queries.agreements import agreed_by_many, agreements_of
from regie.plans.queries.wishes import wishes_of

__all__ = ["agreed_by_many", "agreements_of", "wishes_of"]
