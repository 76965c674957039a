"""When what is told of his plan can be true."""

from regie.plans.rules.network import (
    LONGEST_OF_MEMBER,
    NetworkAccount,
    check_member,
    needs_ground,
    reading_order,
)
from regie.plans.rules.talent import (
    LONGEST_TALENT,
    TalentAccount,
    check_talent,
)
from regie.plans.rules.week import (
    LONGEST_OF_SLOT,
    SlotAccount,
    check_slot,
    clashes,
    first_day,
    free,
)
from regie.plans.rules.wish import (
    LONGEST_PLACE,
    LONGEST_WISH,
    WishAccount,
    check_wish,
)
from regie.plans.rules.wish_follow_up import (
    LONGEST_FOLLOW_UP,
    WishFollowUpAccount,
    check_wish_follow_up,
    is_open,
)

__all__ = [
    "LONGEST_FOLLOW_UP",
    "LONGEST_OF_MEMBER",
    "LONGEST_OF_SLOT",
    "LONGEST_PLACE",
    "LONGEST_TALENT",
    "LONGEST_WISH",
    "NetworkAccount",
    "SlotAccount",
    "TalentAccount",
    "WishAccount",
    "WishFollowUpAccount",
    "check_member",
    "check_slot",
    "check_talent",
    "check_wish",
    "check_wish_follow_up",
    "clashes",
    "first_day",
    "free",
    "is_open",
    "needs_ground",
    "reading_order",
]
