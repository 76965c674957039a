"""What is told of what is around him: a hearing."""

from django import forms

from regie.desk.forms.detention import DetentionForm
from regie.detention.enums import HearingKind, HearingOutcome
from regie.detention.models.hearing import HearingAccount
from regie.detention.rules import odd_day
from regie.ui.forms import DateField, TimeField


class HearingForm(DetentionForm):
    """On which day he comes before a judge, what for, and what came of it."""

    happened_on = DateField(label="Op welke dag?", widget=forms.TextInput)
    time_of_day = TimeField(
        label="Hoe laat?",
        required=False,
        widget=forms.TextInput(attrs={"class": "short"}),
        help_text="Bijvoorbeeld 9.30",
    )
    kind = forms.ChoiceField(
        label="Wat voor zitting?",
        choices=HearingKind.choices,
        initial=HearingKind.UNKNOWN,
        widget=forms.RadioSelect,
    )
    court = forms.CharField(
        label="Bij welke rechtbank?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld Rechtbank Limburg, Maastricht",
    )
    outcome = forms.ChoiceField(
        label="Wat kwam eruit?",
        choices=HearingOutcome.choices,
        initial=HearingOutcome.UNKNOWN,
        widget=forms.RadioSelect,
    )
    postponed_to = DateField(
        label="Aangehouden tot welke dag?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen als de zitting is aangehouden. Is de nieuwe dag niet bekend? Laat dit leeg.",
    )
    field_order = ("happened_on", "time_of_day", "kind", "court", "outcome", "postponed_to", "source")

    @property
    def account(self) -> HearingAccount:
        """What was told."""
        typed = self.cleaned_data
        return HearingAccount(
            typed["happened_on"],
            HearingKind(typed["kind"]),
            typed["time_of_day"],
            typed["court"],
            HearingOutcome(typed["outcome"]),
            typed["postponed_to"],
        )

    @property
    def afterthought(self) -> str:
        """That the day is a Saturday or a Sunday, which is allowed."""
        return odd_day(self.cleaned_data["happened_on"])
