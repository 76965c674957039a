"""What his plan tells a page."""

from regie.plans.queries.network import as_read, network_of
from regie.plans.queries.week import going_along, week_of
from regie.plans.queries.wishes import wishes_of

__all__ = ["as_read", "going_along", "network_of", "week_of", "wishes_of"]
