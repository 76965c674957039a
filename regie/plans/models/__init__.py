"""His plan: what he wants, and what is done for that."""

from regie.plans.models.talent import Talent
from regie.plans.models.wish import Wish
from regie.plans.models.wish_follow_up import WishFollowUp

__all__ = ["Talent", "Wish", "WishFollowUp"]
