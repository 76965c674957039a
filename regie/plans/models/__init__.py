"""His plan: what he wants, and what is done for that."""

from regie.plans.models.paper import Paper
from regie.plans.models.wish import Wish

__all__ = ["Paper", "Wish"]
