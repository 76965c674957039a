"""What is told of what is around him: hearings, supervision, conditions, and their end."""

from django import forms

from regie.desk.forms.detention import DetentionForm
from regie.detention.enums import HearingKind, HearingOutcome, SpecialConditionKind
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.detention.rules import odd_day
from regie.ui.forms import DateField, TimeField
from regie.ui.verb_form import VerbForm


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


class LastingForm(DetentionForm):
    """From when until when it holds, and whether it is over already."""

    since = DateField(label="Sinds welke dag?", required=False, widget=forms.TextInput)
    until = DateField(label="Tot en met welke dag?", required=False, widget=forms.TextInput)
    ended_on = DateField(
        label="Sinds welke dag geldt het niet meer?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen als het al voorbij is.",
    )


class SupervisionForm(LastingForm):
    """Who supervises him."""

    by_whom = forms.CharField(
        label="Wie houdt toezicht?",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld Reclassering Nederland, Maastricht",
    )
    field_order = ("by_whom", "since", "until", "ended_on", "source")

    @property
    def account(self) -> SupervisionAccount:
        """What was told."""
        typed = self.cleaned_data
        return SupervisionAccount(typed["by_whom"], typed["since"], typed["until"], typed["ended_on"])


class SpecialConditionForm(LastingForm):
    """What he must do or may not do."""

    kind = forms.ChoiceField(
        label="Welke voorwaarde?", choices=SpecialConditionKind.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="Wat staat er precies?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Neem de tekst over zoals die er staat. Bij een gebiedsverbod: waar hij niet mag komen.",
    )
    field_order = ("kind", "words", "since", "until", "ended_on", "source")

    @property
    def account(self) -> SpecialConditionAccount:
        """What was told."""
        typed = self.cleaned_data
        return SpecialConditionAccount(
            SpecialConditionKind(typed["kind"]),
            typed["words"],
            typed["since"],
            typed["until"],
            typed["ended_on"],
        )


class EndForm(VerbForm):
    """From which day on it holds no longer."""

    ended_on = DateField(label="Sinds welke dag geldt het niet meer?", widget=forms.TextInput)
