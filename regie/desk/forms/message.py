"""Messages: bringing one in, confirming what it tells, and handing over what is not for the officer."""

from typing import Any

from django import forms

from regie.accounts.models import Municipality
from regie.desk.forms.pasted import PastedForm
from regie.desk.forms.referral import ReferralForm
from regie.detention.enums import Certainty, ReleaseKind, Title
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.sentence import SentenceAccount
from regie.intake.actions import Confirmed
from regie.intake.enums import FreeDay
from regie.intake.models import Message
from regie.intake.queries import other_free_day
from regie.intake.rules import LONGEST_SENDER, free_days
from regie.persons.models import Person
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm
from regie.ui.words import written

NO_TEXT = "Plak een tekst, of kies een bestand van niet meer dan 5 MB."
NOT_TOLD = [("", "Staat er niet bij")]


class ReceivingForm(PastedForm):
    """A message, or a list of them."""

    both, neither = "Plak een tekst of kies een bestand, niet allebei.", NO_TEXT

    text = forms.CharField(
        label="Tekst van het bericht",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Plak het hele bericht, of een lijst met een kopregel.",
    )
    file = forms.FileField(
        label="Of een bestand", required=False, help_text="Tekst, CSV of PDF met tekst. Niet groter dan 5 MB."
    )
    sender = forms.CharField(
        label="Van wie komt het?", max_length=LONGEST_SENDER, help_text="Bijvoorbeeld: DJI, of PI Sittard."
    )
    received_on = DateField(label="Binnengekomen op", widget=forms.TextInput)
    municipality = forms.ModelChoiceField(
        label="Gemeente", queryset=Municipality.objects.none(), empty_label=None
    )


class ConfirmationForm(ReferralForm):
    """What a message tells, field by field as it was recognised; what it does not tell is empty.

    She reads this beside the message, many times a week: no example stands under a field that is filled in.
    """

    brief = True

    moved_on = DateField(label="Overgeplaatst op", required=False, widget=forms.TextInput)
    left_on = DateField(label="Vrij sinds", required=False, widget=forms.TextInput)
    free_day = forms.ChoiceField(label="Welke dag klopt?", required=False, widget=forms.RadioSelect)
    title = forms.ChoiceField(label="Straf of maatregel", required=False, choices=NOT_TOLD + Title.choices)
    years = forms.IntegerField(label="Duur: jaren", required=False)
    months = forms.IntegerField(label="Duur: maanden", required=False)
    days = forms.IntegerField(label="Duur: dagen", required=False)
    expected_on = DateField(label="Datum van vrijlating", required=False, widget=forms.TextInput)
    kind = forms.ChoiceField(
        label="Wat voor vrijlating?", required=False, choices=NOT_TOLD + ReleaseKind.choices
    )
    certainty = forms.ChoiceField(
        label="Hoe zeker is die datum?", required=False, choices=NOT_TOLD + Certainty.choices
    )
    field_order: tuple[str, ...] = (
        "given_names", "family_name", "birth_date", "bsn", "same_person", "facility", "detained_since", "moved_on",
        "left_on", "free_day", "title", "years", "months", "days", "expected_on", "kind", "certainty", "told",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.help_text = field.help_text if name == "told" else ""
        self.fields["told"].label = "Wat staat er nog meer in het bericht?"
        self.fields["happened_on"].label = "Binnengekomen op"
        self.fields["referred_by"].label = "Van wie komt het bericht?"
        self.fields["free_day"].choices = FreeDay.choices  # type: ignore[attr-defined]
        if not self.is_bound:
            del self.fields["free_day"]
        for name in ("years", "months", "days"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})

    @property
    def known(self) -> Person | None:
        """The young person we know already, when that was chosen."""
        return self.who if isinstance(self.who, Person) else None

    @property
    def confirmed(self) -> Confirmed:
        """What was confirmed."""
        typed = self.cleaned_data
        return Confirmed(
            self.telling,
            typed["moved_on"],
            typed["left_on"],
            self._sentence(typed),
            self._release(typed),
            FreeDay(typed["free_day"]) if typed.get("free_day") else None,
        )

    def clean(self) -> dict[str, Any]:
        """A length belongs to a ground."""
        typed = super().clean()
        if not typed.get("title") and any(
            typed.get(name) is not None for name in ("years", "months", "days")
        ):
            self.add_error("title", "Kies ook welke straf of maatregel dit is, of haal de duur weg.")
        self._ask_which_day(typed)
        return typed

    def _ask_which_day(self, typed: dict[str, Any]) -> None:
        """Only when the file says that he is free since another day; then one of the days is chosen here."""
        told, known = typed.get("left_on"), self.known
        there = other_free_day(known, told) if known and told else None
        if there is None or told is None:
            del self.fields["free_day"]
            self.errors.pop("free_day", None)
            return
        field: Any = self.fields["free_day"]
        field.required = True  # said on the page; what was chosen is checked by the verb
        days = {FreeDay.FILE: there, FreeDay.MESSAGE: told}
        field.choices = [
            (one, f"{written(days[one])}: {one.label.lower()}" if one in days else one.label)
            for one in free_days(there=there, told=told)
        ]

    def _sentence(self, typed: dict[str, Any]) -> SentenceAccount | None:
        if not typed["title"]:
            return None
        return SentenceAccount(
            Title(typed["title"]),
            typed["years"],
            typed["months"],
            typed["days"],
            known_since=typed["happened_on"],
        )

    def _release(self, typed: dict[str, Any]) -> ReleaseAccount | None:
        if not any(typed[name] for name in ("expected_on", "kind", "certainty")):
            return None
        return ReleaseAccount(
            typed["expected_on"],
            ReleaseKind(typed["kind"] or ReleaseKind.UNKNOWN),
            Certainty(
                typed["certainty"] or (Certainty.EXPECTED if typed["expected_on"] else Certainty.UNSURE)
            ),
            typed["happened_on"],
        )


class HandingOverForm(VerbForm):
    """One or many messages that are not for the officer; "all" is all that stood on the page he saw."""

    messages = forms.ModelMultipleChoiceField(
        label="Berichten", queryset=Message.objects.none(), to_field_name="ref"
    )

    def __init__(self, *args: Any, waiting: Any, **kwargs: Any) -> None:
        data = kwargs.get("data")
        if data is not None and data.get("all"):
            kwargs["data"] = data = data.copy()
            data.setlist("messages", data.getlist("shown"))
        super().__init__(*args, **kwargs)
        field: Any = self.fields["messages"]
        field.queryset = waiting
        field.error_messages = {
            "required": "Kies minstens één bericht.",
            "invalid_choice": "Een bericht is intussen al behandeld. Kijk opnieuw op de lijst.",
            "invalid_pk_value": "Een bericht is intussen al behandeld. Kijk opnieuw op de lijst.",
        }

    @property
    def chosen(self) -> frozenset[str]:
        """What was ticked, to keep it when something is wrong."""
        return frozenset(self["messages"].data or ()) if self.is_bound else frozenset()
