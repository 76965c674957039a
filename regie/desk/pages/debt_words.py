"""What he owes, in words: one debt, all of them together, and the card on the page of his plan."""

from django.urls import reverse

from regie.desk.pages.lines import Line
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import AmountAnswer, DebtKind, DebtsKnown, DebtThreat, PaymentPlan
from regie.plans.models import Debt, DebtReading, NoDebts
from regie.plans.queries import DebtLine, Debts
from regie.plans.rules import Total
from regie.ui.parts import Action, Item
from regie.ui.words import capital, euros, written

TITLE = "Schulden"
NOTHING_TOLD = (
    "Nog niet gevraagd. Vraag hem of hij schulden heeft; dat hij er geen heeft, kunt u ook vastleggen."
)
NO_AMOUNT = {
    AmountAnswer.UNKNOWN: "Het bedrag is nagevraagd, maar niet bekend",
    AmountAnswer.NOT_ASKED: "Naar het bedrag is nog niet gevraagd",
}
NO_THREAT = {
    DebtThreat.NONE: DebtThreat.NONE.label,
    DebtThreat.UNKNOWN: "Of er iets dreigt, weten we niet",
}
PLANS = {
    PaymentPlan.NONE: "Er is geen regeling",
    PaymentPlan.ASKED: "Er is een regeling gevraagd",
    PaymentPlan.FROZEN: "De regeling is gepauzeerd",
    PaymentPlan.DISPUTED: "De schuld wordt betwist",
    PaymentPlan.UNKNOWN: "Of er een regeling is, weten we niet",
}


def debts_card(debts: Debts, person: Person) -> PlanCard:
    """What threatens, and how much it is together; the rest stands on its own page. No query."""
    items = [
        Item(line.debt.creditor, threat_said(line.now)) for line in debts.open if line.now and line.threatens
    ]
    if debts.open:
        items.append(Item("Samen", total_said(debts.total)))
    elif debts.none:
        items.append(described_none(debts.none))
    elif debts.lines:
        items.append(Item("Samen", "Alle schulden die we kenden, zijn voorbij."))
    page = Action("Schulden bekijken", reverse("desk:debts", args=[person.ref]))
    return PlanCard(TITLE, tuple(Line(item, key=item.term) for item in items), NOTHING_TOLD, (page,))


def total_said(total: Total) -> str:
    """How much it is together, never without what is not known of it."""
    left_out = f"Van {_debts(total.unknown)} is het bedrag niet bekend." if total.unknown else ""
    if not total.known:
        return left_out or "Er is geen schuld bekend."
    known = f"{euros(total.amount)} aan {_debts(total.known)}."
    oldest = f"Het oudste bedrag is van {written(total.oldest)}." if total.oldest else ""
    return " ".join(filter(None, (known, left_out, oldest)))


def _debts(number: int) -> str:
    return "1 schuld" if number == 1 else f"{number} schulden"


def amount_said(line: DebtLine) -> str:
    """How much one debt is and as of which day, or why that is not known."""
    last = line.amount
    if last is None:
        return NO_AMOUNT[AmountAnswer.NOT_ASKED]
    return _amount(last)


def _amount(one: DebtReading) -> str:
    if one.amount is None:
        return NO_AMOUNT[AmountAnswer(one.amount_known)]
    return f"{euros(one.amount)} op {written(one.happened_on)}"


def plan_said(one: DebtReading) -> str:
    """What was agreed on paying it."""
    monthly = f"{euros(one.monthly)} per maand" if one.monthly is not None else ""
    since = f"sinds {written(one.plan_since)}" if one.plan_since else ""
    if one.payment_plan == PaymentPlan.AGREED:
        return " ".join(filter(None, (f"Regeling: {monthly or 'hoeveel per maand is niet bekend'}", since)))
    told = ", ".join(filter(None, (monthly, since)))
    plan = PLANS[PaymentPlan(one.payment_plan)]
    return f"{plan} ({told})" if told else plan


def threat_said(one: DebtReading) -> str:
    """What threatens and when; or that nothing does, or that nobody knows."""
    if not one.threatens:
        return NO_THREAT[DebtThreat(one.threat)]
    said = f"{one.get_threat_display()} dreigt"
    return f"{said} op {written(one.threat_on)}" if one.threat_on else f"{said}; de dag is niet bekend"


def name_of(debt: Debt) -> str:
    """To whom, and of what when that is known."""
    kind = debt.get_kind_display()
    says_more = debt.kind != DebtKind.UNKNOWN and kind.casefold() != debt.creditor.casefold()
    return f"{debt.creditor} ({kind})" if says_more else debt.creditor


def described_line(line: DebtLine) -> Item:
    """One debt in words, what threatens first."""
    now = line.now
    reference = f"Kenmerk {line.debt.reference}" if line.debt.reference else ""
    if now is None:
        return Item(name_of(line.debt), "", reference)
    if not now.is_open:
        return Item(name_of(line.debt), _ended(now), reference)
    said = (f"{one}." for one in (threat_said(now), amount_said(line), plan_said(now)) if one)
    return Item(name_of(line.debt), " ".join(said), _dotted(reference, *_around(now), now.source))


def described(debt: Debt) -> Item:
    """A debt without how it stands."""
    reference = f"Kenmerk {debt.reference}" if debt.reference else ""
    return Item(
        name_of(debt), reference or "Het kenmerk is niet bekend", f"Bekend sinds {written(debt.happened_on)}"
    )


def described_reading(one: DebtReading) -> Item:
    """How a debt stood on a day."""
    term = f"Stand op {written(one.happened_on)}"
    if not one.is_open:
        return Item(term, one.get_state_display(), one.source)
    said = (f"{part}." for part in (threat_said(one), _amount(one), plan_said(one)) if part)
    return Item(term, " ".join(said), _dotted(*_around(one), one.source))


def described_none(one: NoDebts) -> Item:
    """That he said to have none."""
    return Item(DebtsKnown.NONE.label, f"Dat zei hij op {written(one.happened_on)}", one.source)


def _ended(one: DebtReading) -> str:
    return f"{one.get_state_display()}, op {written(one.happened_on)}"


def _around(one: DebtReading) -> tuple[str, str]:
    """Who sees to his money, and when he pays."""
    next_payment = f"Volgende betaling: {one.next_payment}" if one.next_payment else ""
    return next_payment, f"Beheer: {one.administrator}" if one.administrator else ""


def _dotted(*parts: str) -> str:
    return capital(" · ".join(filter(None, parts)))
