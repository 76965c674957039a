"""Telling what was asked for him, and what came of it."""

from datetime import date
from typing import Any

from django import forms

from regie.trajectories.enums import ApplicationKind, ApplicationOutcome, Threatened
from regie.trajectories.rules import DECIDED, LONGEST_APPLICATION, ApplicationAccount, may_follow
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

SENT_ON = (
    "Die dag staat boven de brief. Vanaf dan telt de tijd om bezwaar te maken. "
    "Niet doorgezet? Vul de dag in waarop dat duidelijk werd."
)


class ApplicationForm(VerbForm):
    """The day it was asked and what its kind asks for; who told it the first time, and later what came of it."""

    happened_on = DateField(label="Op welke dag is het aangevraagd?", widget=forms.TextInput)
    words = forms.CharField(
        label="Wat is er aangevraagd?",
        max_length=LONGEST_APPLICATION,
        help_text="In een paar woorden. Bijvoorbeeld: een urgentieverklaring.",
    )
    threatened = forms.ChoiceField(
        label="Dreigt hij zijn woning, stroom, gas of water te verliezen?",
        choices=Threatened.choices,
        widget=forms.RadioSelect,
        help_text="Dan moet de gemeente hem veel sneller spreken.",
    )
    outcome = forms.ChoiceField(
        label="Hoe staat het ervoor?", choices=ApplicationOutcome.choices, widget=forms.RadioSelect
    )
    decided_on = DateField(
        label="Op welke dag is het besluit verstuurd?",
        required=False,
        widget=forms.TextInput,
        help_text=SENT_ON,
    )
    source = forms.CharField(
        label="Van wie weet u dit?",
        required=False,
        max_length=200,
        help_text="Was u er zelf bij? Laat dit leeg.",
    )

    def __init__(self, *args: Any, kind: ApplicationKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self._not_asked(kind):
            del self.fields[name]
        if kind is ApplicationKind.SUPPORT:
            self.fields["happened_on"].help_text = "Bij de Wmo telt de dag van de melding bij de gemeente."

    def _not_asked(self, kind: ApplicationKind) -> tuple[str, ...]:
        told_later = ("outcome", "decided_on") if self.version is None else ("source",)
        words = () if kind is ApplicationKind.OTHER else ("words",)
        threatened = () if kind is ApplicationKind.DEBT_HELP else ("threatened",)
        return (*told_later, *words, *threatened)

    @property
    def account(self) -> ApplicationAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return ApplicationAccount(
            typed["happened_on"],
            ApplicationOutcome(typed.get("outcome", ApplicationOutcome.WAITING)),
            typed.get("decided_on"),
            typed.get("threatened", ""),
            typed.get("words", ""),
        )


class DecisionForm(VerbForm):
    """What was decided, and on which day that was sent."""

    outcome = forms.ChoiceField(label="Wat is er besloten?", widget=forms.RadioSelect)
    decided_on = DateField(
        label="Op welke dag is het besluit verstuurd?", widget=forms.TextInput, help_text=SENT_ON
    )

    def __init__(self, *args: Any, now: ApplicationOutcome, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who comes too late, sees what there was to choose and is told why not.
        choices = may_follow(now) or DECIDED
        self.fields["outcome"].choices = [(one, one.label) for one in choices]  # type: ignore[attr-defined]

    @property
    def decided(self) -> ApplicationOutcome:
        """What was decided."""
        return ApplicationOutcome(self.cleaned_data["outcome"])

    @property
    def decided_on_day(self) -> date:
        """The day on which it was sent."""
        day: date = self.cleaned_data["decided_on"]
        return day
