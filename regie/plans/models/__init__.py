"""His plan: what he wants, and what is done for that."""

from regie.plans.models.network import NetworkMember
from regie.plans.models.week import WeekSlot
from regie.plans.models.wish import Wish

__all__ = ["NetworkMember", "WeekSlot", "Wish"]
