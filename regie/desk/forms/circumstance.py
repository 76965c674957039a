"""Telling how it stands with one kind of his situation."""

from typing import Any

from django import forms

from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.rules import ANSWERS, UNTIL, CircumstanceAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


class CircumstanceForm(VerbForm):
    """An answer of this kind, since when, the day that the kind asks for, and, the first time, who told it."""

    value = forms.ChoiceField(label="Hoe staat het ervoor?", widget=forms.RadioSelect)
    happened_on = DateField(
        label="Sinds welke dag is dit zo?",
        widget=forms.TextInput,
        help_text="Weet u de dag niet? Vul dan vandaag in.",
    )
    valid_until = DateField(label="", required=False, widget=forms.TextInput)
    source = forms.CharField(
        label="Van wie weet u dit?",
        required=False,
        max_length=200,
        help_text="Vertelde de jongere het zelf aan u? Laat dit leeg.",
    )

    def __init__(self, *args: Any, kind: CircumstanceKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].choices = [(answer, answer.label) for answer in ANSWERS[kind]]  # type: ignore[attr-defined]
        if kind in UNTIL:
            self.fields["valid_until"].label = UNTIL[kind].capitalize()
        else:
            del self.fields["valid_until"]
        if self.version is not None:
            del self.fields["source"]

    @property
    def account(self) -> CircumstanceAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return CircumstanceAccount(
            CircumstanceValue(typed["value"]), typed["happened_on"], typed.get("valid_until")
        )
