"""When what is told of a debt can be true, and what all his debts are together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import AmountAnswer, DebtKind, DebtState, DebtThreat, PaymentPlan

LONGEST_CREDITOR = 120  # characters: a name
LONGEST_REFERENCE = 60
LONGEST_WORDS = 200
MOST_EUROS = Decimal("9999999.99")
THREATS = frozenset(DebtThreat) - {DebtThreat.NONE, DebtThreat.UNKNOWN}
PAID_EACH_MONTH = (PaymentPlan.AGREED, PaymentPlan.FROZEN)


@dataclass(frozen=True)
class DebtAccount:
    """What is told of a debt: since when we know of it, to whom, of what, and under which reference of theirs."""

    happened_on: date
    creditor: str
    kind: DebtKind = DebtKind.UNKNOWN
    reference: str = ""


@dataclass(frozen=True)
class ReadingAccount:
    """How a debt stands on `happened_on`; amounts are in euros.

    `monthly` is what was agreed to pay, since `plan_since`; `next_payment` and `administrator` are words. `threat_on`
    is when what threatens comes. Of a debt that is over nothing else is told.
    """

    happened_on: date
    state: DebtState = DebtState.OPEN
    amount_known: AmountAnswer = AmountAnswer.NOT_ASKED
    amount: Decimal | None = None
    payment_plan: PaymentPlan = PaymentPlan.UNKNOWN
    monthly: Decimal | None = None
    plan_since: date | None = None
    next_payment: str = ""
    administrator: str = ""
    threat: DebtThreat = DebtThreat.UNKNOWN
    threat_on: date | None = None


@dataclass(frozen=True)
class NoDebtsAccount:
    """What is told: on that day he said that he has no debts."""

    happened_on: date


@dataclass(frozen=True)
class Owed:
    """One amount that is owed as of a day; None is not known."""

    amount: Decimal | None
    as_of: date | None = None


@dataclass(frozen=True)
class Total:
    """So much of `known` debts together; of `unknown` more nobody knows how much. `oldest` is the day of the oldest."""

    amount: Decimal
    known: int
    unknown: int
    oldest: date | None


def total(owed: Iterable[Owed]) -> Total:
    """All of them together, and what that leaves out."""
    every = list(owed)
    known = [one for one in every if one.amount is not None]
    days = [one.as_of for one in known if one.as_of]
    amount = sum((one.amount for one in known if one.amount is not None), Decimal("0.00"))
    return Total(amount, len(known), len(every) - len(known), min(days, default=None))


def check_debt(account: DebtAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that has not been, no creditor, or a text that is too long."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not account.creditor.strip():
        raise NotValid("Schrijf op aan wie hij geld schuldig is.", field="creditor")
    _check_length(account.creditor, LONGEST_CREDITOR, field="creditor")
    _check_length(account.reference, LONGEST_REFERENCE, field="reference")


def check_reading(account: ReadingAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.state is not DebtState.OPEN:
        _check_over(account)
        return
    _check_amount(account)
    _check_plan(account, birth_date=birth_date, on=on)
    _check_threat(account)
    for field in ("next_payment", "administrator"):
        _check_length(getattr(account, field), LONGEST_WORDS, field=field)


def check_ending(account: ReadingAccount) -> None:
    """Raises NotValid for an ending that ends nothing."""
    if account.state is DebtState.OPEN:
        raise NotValid("Kies waarom de schuld voorbij is.", field="state")


def _check_over(account: ReadingAccount) -> None:
    if account != over(account.state, account.happened_on):
        raise NotValid("Is de schuld voorbij? Dan hoort hier niets meer bij.", field="state")


def over(state: DebtState, happened_on: date) -> ReadingAccount:
    """How a debt stands that is over: nothing is left of it."""
    return ReadingAccount(happened_on, state, payment_plan=PaymentPlan.NONE, threat=DebtThreat.NONE)


def _check_amount(account: ReadingAccount) -> None:
    if (account.amount is None) is (account.amount_known is AmountAnswer.KNOWN):
        raise NotValid("Vul het bedrag in, of kies waarom het er niet staat.", field="amount")
    for field in ("amount", "monthly"):
        euros: Decimal | None = getattr(account, field)
        if euros is not None:
            _check_euros(euros, field=field)


def _check_euros(euros: Decimal, *, field: str) -> None:
    if not euros.is_finite() or euros < 0:
        raise NotValid("Vul nul of meer in.", field=field)
    if euros > MOST_EUROS:
        raise NotValid("Dit is tien miljoen euro of meer. Kijk het bedrag nog eens na.", field=field)
    if euros != round(euros, 2):
        raise NotValid("Vul hoogstens twee cijfers in achter de komma.", field=field)


def _check_plan(account: ReadingAccount, *, birth_date: date | None, on: date) -> None:
    if account.payment_plan not in PAID_EACH_MONTH:
        for field in ("monthly", "plan_since"):
            if getattr(account, field) is not None:
                raise NotValid(
                    "Dit hoort bij een regeling die is afgesproken. Kies die, of laat dit leeg.", field=field
                )
    check_told_day(account.plan_since, field="plan_since", birth_date=birth_date, on=on)


def _check_threat(account: ReadingAccount) -> None:
    if account.threat_on is None:
        return
    if account.threat not in THREATS:
        raise NotValid("Kies wat er op die dag dreigt, of laat de dag leeg.", field="threat_on")
    if account.threat_on < account.happened_on:
        raise NotValid(
            "Deze dag is al geweest. Kies een nieuwe dag, of vertel wat er nu dreigt.", field="threat_on"
        )


def _check_length(words: str, longest: int, *, field: str) -> None:
    if len(words) > longest:
        raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)
