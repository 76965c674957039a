"""What his plan tells a page."""

from regie.plans.queries.talents import talents_of
from regie.plans.queries.wishes import (
    FollowedWish,
    WishHistory,
    followed_wishes_of,
    open_wishes_of,
    wish_histories_of,
    wishes_of,
)

__all__ = [
    "FollowedWish",
    "WishHistory",
    "followed_wishes_of",
    "open_wishes_of",
    "talents_of",
    "wish_histories_of",
    "wishes_of",
]
