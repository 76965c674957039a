"""What his plan tells a page."""

from regie.plans.queries.debts import (
    DebtLine,
    Debts,
    creditors_of,
    debt_line,
    debts_known,
    debts_of,
    readings_of_many,
)
from regie.plans.queries.wishes import wishes_of

__all__ = [
    "DebtLine",
    "Debts",
    "creditors_of",
    "debt_line",
    "debts_known",
    "debts_of",
    "readings_of_many",
    "wishes_of",
]
