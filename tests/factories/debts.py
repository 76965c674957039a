"""What he owes, by the verbs themselves."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import AmountAnswer, DebtKind, DebtState, DebtThreat, PaymentPlan
from regie.plans.models import Debt, DebtReading, NoDebts
from regie.plans.rules import DebtAccount, NoDebtsAccount, ReadingAccount, over
from regie.trajectories.models import Trajectory


def reading(on: date, amount: str | None = None, **told: Any) -> ReadingAccount:
    """How a debt stands: so many euros, or nobody asked."""
    known = {} if amount is None else {"amount": Decimal(amount), "amount_known": AmountAnswer.KNOWN}
    return ReadingAccount(on, **known | told)


def owe(
    trajectory: Trajectory,
    creditor: str = "Woningcorporatie",
    amount: str | None = None,
    *,
    by: User,
    at: datetime,
    on: date | None = None,
    kind: DebtKind = DebtKind.RENT,
    reference: str = "",
    **told: Any,
) -> Debt:
    """He owes somebody money."""
    since = on or day(at)
    return Debt.tell(
        trajectory=trajectory,
        account=DebtAccount(since, creditor, kind, reference),
        reading=reading(since, amount, **told),
        by=by.acting(at),
        at=at,
    )


def evicted_on(trajectory: Trajectory, threat_on: date, *, by: User, at: datetime, **told: Any) -> Debt:
    """He is about to lose his home, on a day."""
    threat = {"threat": DebtThreat.EVICTION, "threat_on": threat_on}
    return owe(trajectory, by=by, at=at, **threat | told)


def read(debt: Debt, amount: str | None = None, *, by: User, at: datetime, **told: Any) -> DebtReading:
    """How it stands now."""
    account = reading(told.pop("on", day(at)), amount, **told)
    return debt.read(account=account, by=by.acting(at), at=at)


def end(
    debt: Debt, state: DebtState = DebtState.PAID, *, by: User, at: datetime, on: date | None = None
) -> DebtReading:
    """It is over."""
    return debt.end(account=over(state, on or day(at)), by=by.acting(at), at=at)


def owes_nothing(trajectory: Trajectory, *, by: User, at: datetime, on: date | None = None) -> NoDebts:
    """He says that he has no debts."""
    account = NoDebtsAccount(on or day(at))
    return NoDebts.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def full(on: date, threat_on: date) -> ReadingAccount:
    """A reading in which everything was told."""
    return reading(
        on,
        "812.50",
        payment_plan=PaymentPlan.AGREED,
        monthly=Decimal("25"),
        plan_since=on,
        next_payment="Rond de 25e",
        administrator="Bewindvoerder Jansen",
        threat=DebtThreat.EVICTION,
        threat_on=threat_on,
    )
