"""What is told of what is around him: hearings, supervision, conditions, and their end."""

from django import forms

from regie.desk.forms.detention import DetentionForm
from regie.detention.enums import (
    HearingKind,
    HearingOutcome,
    OpenSanctionKind,
    SafetyGround,
    SpecialConditionKind,
)
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.safety_note import SafetyNoteAccount
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


class EndingForm(DetentionForm):
    """Whether it is over already."""

    ended_on = DateField(
        label="Sinds welke dag is het voorbij?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen als het al voorbij is.",
    )


class LastingForm(EndingForm):
    """From when until when it holds, and whether it is over already."""

    since = DateField(label="Sinds welke dag?", required=False, widget=forms.TextInput)
    until = DateField(label="Tot en met welke dag?", required=False, widget=forms.TextInput)


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


class OpenSanctionForm(EndingForm):
    """What is still to be paid, done or served."""

    kind = forms.ChoiceField(
        label="Wat staat er nog open?", choices=OpenSanctionKind.choices, widget=forms.RadioSelect
    )
    amount = forms.IntegerField(
        label="Hoeveel euro, uur of dagen?",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text="Een boete in hele euro's, een taakstraf in uren, vervangende hechtenis in dagen.",
        error_messages={"invalid": "Dit is geen heel getal. Vul bijvoorbeeld 120 in."},
    )
    words = forms.CharField(
        label="Wat weet u er nog van?",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld of er een betalingsregeling is.",
    )
    as_of = DateField(label="Op welke dag stond dit open?", required=False, widget=forms.TextInput)
    field_order = ("kind", "amount", "words", "as_of", "ended_on", "source")

    @property
    def account(self) -> OpenSanctionAccount:
        """What was told."""
        typed = self.cleaned_data
        return OpenSanctionAccount(
            OpenSanctionKind(typed["kind"]),
            typed["amount"],
            typed["words"],
            typed["as_of"],
            typed["ended_on"],
        )


class SafetyNoteForm(EndingForm):
    """What to mind when one meets him, why it may stand there, and until when."""

    read_by_him = ("words",)

    words = forms.CharField(
        label="Waar moet uw collega op letten?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf op wat iemand zag of hoorde, en geen oordeel. De jongere mag het zelf lezen.",
    )
    ground = forms.ChoiceField(
        label="Waarom mag dit hier staan?", choices=SafetyGround.choices, widget=forms.RadioSelect
    )
    until = DateField(
        label="Tot en met welke dag?",
        widget=forms.TextInput,
        help_text="Hoogstens een jaar. Daarna verdwijnt het vanzelf. In de geschiedenis blijft het te lezen.",
    )
    source = forms.CharField(label="Van wie weet u dit?", max_length=200)
    field_order = ("words", "ground", "until", "ended_on", "source")

    @property
    def account(self) -> SafetyNoteAccount:
        """What was told."""
        typed = self.cleaned_data
        return SafetyNoteAccount(
            typed["words"], SafetyGround(typed["ground"]), typed["until"], typed["ended_on"]
        )


class EndForm(VerbForm):
    """From which day on it holds no longer."""

    ended_on = DateField(label="Sinds welke dag is het voorbij?", widget=forms.TextInput)
