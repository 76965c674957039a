"""His plan: what he wants, and what is done for that."""

from regie.plans.models.debt import Debt
from regie.plans.models.debt_reading import DebtReading
from regie.plans.models.no_debts import NoDebts
from regie.plans.models.wish import Wish

__all__ = ["Debt", "DebtReading", "NoDebts", "Wish"]
