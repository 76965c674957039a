"""When what is told of his plan can be true."""

from regie.plans.rules.agreement import (
    LONGEST_ANSWER,
    LONGEST_PROMISE,
    LONGEST_PROMISER,
    LONGEST_RETOLD,
    MOST_PROMISES,
    AgreementAccount,
    Promised,
    check_agreement,
    check_follows,
)
from regie.plans.rules.comparing import PromiseChange, compare_promises
from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_PLACE",
    "LONGEST_PROMISE",
    "LONGEST_PROMISER",
    "LONGEST_RETOLD",
    "LONGEST_WISH",
    "MOST_PROMISES",
    "AgreementAccount",
    "PromiseChange",
    "Promised",
    "WishAccount",
    "check_agreement",
    "check_follows",
    "check_wish",
    "compare_promises",
]
