"""When what is told of his plan can be true."""

from regie.plans.rules.debt import (
    LONGEST_CREDITOR,
    LONGEST_REFERENCE,
    LONGEST_WORDS,
    MOST_EUROS,
    PAID_EACH_MONTH,
    THREATS,
    DebtAccount,
    NoDebtsAccount,
    Owed,
    ReadingAccount,
    Total,
    check_debt,
    check_ending,
    check_reading,
    over,
    total,
)
from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish

__all__ = [
    "LONGEST_CREDITOR",
    "LONGEST_PLACE",
    "LONGEST_REFERENCE",
    "LONGEST_WISH",
    "LONGEST_WORDS",
    "MOST_EUROS",
    "PAID_EACH_MONTH",
    "THREATS",
    "DebtAccount",
    "NoDebtsAccount",
    "Owed",
    "ReadingAccount",
    "Total",
    "WishAccount",
    "check_debt",
    "check_ending",
    "check_reading",
    "check_wish",
    "over",
    "total",
]
