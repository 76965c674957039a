"""When what is told of his plan can be true."""

from regie.plans.rules.authorisation import (
    LONGEST_PARTY,
    LONGEST_SCOPE,
    AuthorisationAccount,
    check_authorisation,
    check_words,
)
from regie.plans.rules.in_hand import (
    WITHOUT_PAPER,
    DoersOfMonth,
    Gap,
    Paper,
    Thing,
    Turn,
    doers_by_month,
    papers_of,
)
from regie.plans.rules.taken_over import (
    LONGEST_DOING,
    LONGEST_TAKEN_OVER,
    LONGEST_WHY,
    DoingAccount,
    TakenOverAccount,
    check_doing,
    check_taken_over,
)
from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish

__all__ = [
    "LONGEST_DOING",
    "LONGEST_PARTY",
    "LONGEST_PLACE",
    "LONGEST_SCOPE",
    "LONGEST_TAKEN_OVER",
    "LONGEST_WHY",
    "LONGEST_WISH",
    "WITHOUT_PAPER",
    "AuthorisationAccount",
    "DoersOfMonth",
    "DoingAccount",
    "Gap",
    "Paper",
    "TakenOverAccount",
    "Thing",
    "Turn",
    "WishAccount",
    "check_authorisation",
    "check_doing",
    "check_taken_over",
    "check_wish",
    "check_words",
    "doers_by_month",
    "papers_of",
]
