"""When what is told of his plan can be true."""

from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish

__all__ = ["LONGEST_PLACE", "LONGEST_WISH", "WishAccount", "check_wish"]
