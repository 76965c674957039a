"""When what is told of his plan can be true."""

from regie.plans.rules.talent import LONGEST_TALENT, TalentAccount, check_talent
from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish
from regie.plans.rules.wish_follow_up import (
    LONGEST_FOLLOW_UP,
    WishFollowUpAccount,
    check_wish_follow_up,
    is_open,
)

__all__ = [
    "LONGEST_FOLLOW_UP",
    "LONGEST_PLACE",
    "LONGEST_TALENT",
    "LONGEST_WISH",
    "TalentAccount",
    "WishAccount",
    "WishFollowUpAccount",
    "check_talent",
    "check_wish",
    "check_wish_follow_up",
    "is_open",
]
