"""When what is told of his plan can be true."""

from regie.plans.rules.file import FileFacts, Given, clean_name, inspected, too_large
from regie.plans.rules.paper import (
    LONGEST_GIVER,
    LONGEST_TITLE,
    MOST_PAPERS,
    PaperAccount,
    check_paper,
    check_room,
)
from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish

__all__ = [
    "LONGEST_GIVER",
    "LONGEST_PLACE",
    "LONGEST_TITLE",
    "LONGEST_WISH",
    "MOST_PAPERS",
    "FileFacts",
    "Given",
    "PaperAccount",
    "WishAccount",
    "check_paper",
    "check_room",
    "check_wish",
    "clean_name",
    "inspected",
    "too_large",
]
