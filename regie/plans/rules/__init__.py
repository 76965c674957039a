"""When what is told of his plan can be true."""

from regie.plans.rules.network import (
    LONGEST_OF_MEMBER,
    NetworkAccount,
    check_member,
    needs_ground,
    reading_order,
)
from regie.plans.rules.week import LONGEST_OF_SLOT, SlotAccount, check_slot, clashes, first_day, free
from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish

__all__ = [
    "LONGEST_OF_MEMBER",
    "LONGEST_OF_SLOT",
    "LONGEST_PLACE",
    "LONGEST_WISH",
    "NetworkAccount",
    "SlotAccount",
    "WishAccount",
    "check_member",
    "check_slot",
    "check_wish",
    "clashes",
    "first_day",
    "free",
    "needs_ground",
    "reading_order",
]
