"""When what is told of his plan can be true."""

from regie.plans.rules.condition_reading import (
    MONTHS,
    NO_SUCH_CONDITION,
    ConditionReadingAccount,
    Detained,
    check_condition_reading,
    counts,
    day_of,
    measured_on,
)
from regie.plans.rules.domain_reading import (
    NO_SUCH_DOMAIN,
    DomainReadingAccount,
    check_domain_reading,
    differ,
    same_eye,
)
from regie.plans.rules.proposing import proposed
from regie.plans.rules.reading import (
    LONGEST_CODE,
    LONGEST_READING,
    LONGEST_TEXT,
    check_read_day,
    check_texts,
)
from regie.plans.rules.wish import LONGEST_PLACE, LONGEST_WISH, WishAccount, check_wish

__all__ = [
    "LONGEST_CODE",
    "LONGEST_PLACE",
    "LONGEST_READING",
    "LONGEST_TEXT",
    "LONGEST_WISH",
    "MONTHS",
    "NO_SUCH_CONDITION",
    "NO_SUCH_DOMAIN",
    "ConditionReadingAccount",
    "Detained",
    "DomainReadingAccount",
    "WishAccount",
    "check_condition_reading",
    "check_domain_reading",
    "check_read_day",
    "check_texts",
    "check_wish",
    "counts",
    "day_of",
    "differ",
    "measured_on",
    "proposed",
    "same_eye",
]
