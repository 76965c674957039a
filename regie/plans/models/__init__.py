"""His plan: what he wants, and what is done for that."""

from regie.plans.models.agreement import Agreement, Promise
from regie.plans.models.wish import Wish

__all__ = ["Agreement", "Promise", "Wish"]
