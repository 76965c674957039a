"""What his plan tells a page."""

from regie.plans.queries.wishes import wishes_of

__all__ = ["wishes_of"]
