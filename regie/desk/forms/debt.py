"""A debt, how it stands, and that it is over."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.enums import AmountAnswer, DebtKind, DebtState, DebtThreat, PaymentPlan
from regie.plans.models import DebtReading
from regie.plans.queries import creditors_of
from regie.plans.rules import (
    LONGEST_CREDITOR,
    LONGEST_REFERENCE,
    LONGEST_WORDS,
    DebtAccount,
    NoDebtsAccount,
    ReadingAccount,
    over,
)
from regie.ui.forms import DateField, EuroField, Suggested
from regie.ui.words import amount_typed

NOT_FILLED_IN = [(one, one.label) for one in (AmountAnswer.NOT_ASKED, AmountAnswer.UNKNOWN)]
ENDINGS = [(one, one.label) for one in DebtState if one is not DebtState.OPEN]


def _typed(account: Any) -> dict[str, Any]:
    """An account, as it would be typed."""
    as_typed: dict[type, Any] = {date: lambda day: f"{day:%d-%m-%Y}", Decimal: amount_typed}
    told = vars(account).items()
    return {name: as_typed.get(type(value), lambda same: same)(value) for name, value in told}


class EndingForm(ToldForm):
    """Why a debt is over, and since when."""

    state = forms.ChoiceField(label="Waarom is de schuld voorbij?", choices=ENDINGS, widget=forms.RadioSelect)
    happened_on = DateField(label="Sinds welke dag?", widget=forms.TextInput)

    @property
    def account(self) -> ReadingAccount:
        """What was told, as typed."""
        return over(DebtState(self.cleaned_data["state"]), self.cleaned_data["happened_on"])


class ReadingForm(ToldForm):
    """How a debt stands on a day: how much, what threatens, and what was agreed."""

    amount = EuroField(label="Hoeveel is het, in euro?", required=False, help_text="Bijvoorbeeld 1234,56")
    amount_known = forms.ChoiceField(
        label="Staat hier geen bedrag? Waarom niet?",
        choices=NOT_FILLED_IN,
        initial=AmountAnswer.NOT_ASKED,
        required=False,
        widget=forms.RadioSelect,
    )
    happened_on = DateField(
        label="Van welke dag is dit?",
        widget=forms.TextInput,
        help_text="De dag die op de brief staat, of waarop u het hoorde.",
    )
    threat = forms.ChoiceField(
        label="Wat dreigt er?",
        choices=DebtThreat.choices,
        initial=DebtThreat.UNKNOWN,
        widget=forms.RadioSelect,
    )
    threat_on = DateField(
        label="Op welke dag?",
        required=False,
        widget=forms.TextInput,
        help_text="Weet u de dag? Dan zet Regie bovenaan dat u moet bellen.",
    )
    payment_plan = forms.ChoiceField(
        label="Is er een betalingsregeling?",
        choices=PaymentPlan.choices,
        initial=PaymentPlan.UNKNOWN,
        widget=forms.RadioSelect,
    )
    monthly = EuroField(label="Hoeveel per maand, in euro?", required=False)
    plan_since = DateField(label="Sinds wanneer loopt de regeling?", required=False, widget=forms.TextInput)
    next_payment = forms.CharField(
        label="Volgende betaling",
        required=False,
        max_length=LONGEST_WORDS,
        help_text="Bijvoorbeeld: rond de 25e, uit zijn loon in de inrichting.",
    )
    administrator = forms.CharField(
        label="Wie beheert zijn geld?",
        required=False,
        max_length=LONGEST_WORDS,
        help_text="Bijvoorbeeld een bewindvoerder of budgetbeheer. Niemand? Laat dit leeg.",
    )

    OF_A_READING: ClassVar[tuple[str, ...]] = (
        "threat", "threat_on", "payment_plan", "monthly", "plan_since", "next_payment", "administrator",
    )  # fmt: skip

    @property
    def account(self) -> Any:
        """What was told, as typed."""
        return self.reading

    @property
    def reading(self) -> ReadingAccount:
        """How it stands, as typed: with an amount it is known, whatever was chosen beside it."""
        typed = self.cleaned_data
        amount: Decimal | None = typed["amount"]
        why_not = AmountAnswer(typed["amount_known"] or AmountAnswer.NOT_ASKED)
        return ReadingAccount(
            happened_on=typed["happened_on"],
            amount_known=why_not if amount is None else AmountAnswer.KNOWN,
            amount=amount,
            payment_plan=PaymentPlan(typed["payment_plan"]),
            threat=DebtThreat(typed["threat"]),
            **{
                name: typed[name]
                for name in ("monthly", "plan_since", "next_payment", "administrator", "threat_on")
            },
        )

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of what is told better."""
        return _typed(fact.account)

    @classmethod
    def anew(cls, last: DebtReading | None, on: date) -> dict[str, Any]:
        """What stands in the form of a new reading: what held last, but for the amount and the day."""
        told = _typed(last.account) if last and last.is_open else {}
        return {name: told[name] for name in cls.OF_A_READING if name in told} | cls.first(on)


class CorrectedReadingForm(ReadingForm):
    """A reading that is told better; of one that ended the debt only why and since when."""

    state = EndingForm.base_fields["state"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep = ("state", "happened_on") if self._ended else [name for name in self.fields if name != "state"]
        for name in set(self.fields) - {*keep, "seen", "submission"}:
            del self.fields[name]

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in it; beside an amount nothing says why there is none."""
        why_not = {} if fact.amount is None else {"amount_known": AmountAnswer.NOT_ASKED}
        return super().again(fact) | why_not

    @property
    def account(self) -> ReadingAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return over(DebtState(typed["state"]), typed["happened_on"]) if self._ended else self.reading

    @property
    def _ended(self) -> bool:
        return self.fact is not None and not self.fact.is_open  # type: ignore[attr-defined]


class DebtForm(ReadingForm):
    """To whom, of what and under which reference; and how it stands, when it is told for the first time."""

    creditor = forms.CharField(
        label="Aan wie is hij geld schuldig?",
        max_length=LONGEST_CREDITOR,
        help_text="De naam op de brief. Bijvoorbeeld: CJIB, of de woningcorporatie.",
    )
    kind = forms.ChoiceField(
        label="Waarvan is de schuld?", choices=DebtKind.choices, initial=DebtKind.UNKNOWN
    )
    reference = forms.CharField(label="Kenmerk", required=False, max_length=LONGEST_REFERENCE)

    field_order = ("creditor", "amount", "amount_known", "kind", "reference")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.fact is not None:
            for name in ("amount", "amount_known", "happened_on", *self.OF_A_READING):
                del self.fields[name]
        creditor: Any = self.fields["creditor"]
        creditor.widget = Suggested(creditors_of(self.trajectory), attrs=creditor.widget.attrs)

    @property
    def account(self) -> DebtAccount:
        """What was told, as typed; since when we know of it, stays as it is."""
        typed = self.cleaned_data
        since: date = self.fact.happened_on if self.fact else typed["happened_on"]
        return DebtAccount(since, typed["creditor"], DebtKind(typed["kind"]), typed["reference"])

    @property
    def about(self) -> dict[str, Any]:
        """How it stands, which is told with it."""
        return {"reading": self.reading}


class NoDebtsForm(ToldForm):
    """When he said that he has no debts."""

    happened_on = DateField(label="Wanneer zei hij dat hij geen schulden heeft?", widget=forms.TextInput)

    @property
    def account(self) -> NoDebtsAccount:
        """What was told, as typed."""
        return NoDebtsAccount(self.cleaned_data["happened_on"])
