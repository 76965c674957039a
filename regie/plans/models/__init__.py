"""His plan: what he wants, and what is done for that."""

from regie.plans.models.authorisation import Authorisation
from regie.plans.models.taken_over import Doing, TakenOver
from regie.plans.models.wish import Wish

__all__ = ["Authorisation", "Doing", "TakenOver", "Wish"]
