"""Of one thing of his outside, now that he is inside again: whether it stops, and who sees to it."""

from datetime import date

from django import forms

from regie.trajectories.enums import ArrangementDecision, ArrangementState, Owner
from regie.trajectories.rules import ArrangementAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


class DetentionItemForm(VerbForm):
    """Stops or stays, how it stands, who sees to it and by when; what is not known is an answer."""

    decision = forms.ChoiceField(
        label="Stopt het, of blijft het?",
        choices=(*ArrangementDecision.choices, ("", "Niet bekend")),
        required=False,
        widget=forms.RadioSelect,
    )
    state = forms.ChoiceField(
        label="Hoe staat het ervoor?",
        choices=ArrangementState.choices,
        initial=ArrangementState.UNKNOWN,
        widget=forms.RadioSelect,
    )
    owner = forms.ChoiceField(
        label="Wie regelt het?", choices=Owner.choices, initial=Owner.UNKNOWN, widget=forms.RadioSelect
    )
    owner_name = forms.CharField(label="Hoe heet die persoon?", required=False, max_length=100)
    due_on = DateField(label="Voor welke dag?", required=False, widget=forms.TextInput)
    words = forms.CharField(
        label="Wat is er nog te zeggen?",
        required=False,
        max_length=200,
        help_text="Schrijf het zo op dat hij het zelf mag lezen.",
    )

    def account(self, on: date) -> ArrangementAccount:
        """What was told, of that day."""
        typed = self.cleaned_data
        return ArrangementAccount(
            ArrangementState(typed["state"]),
            on,
            Owner(typed["owner"]),
            typed["owner_name"],
            typed["due_on"],
            typed["words"],
            typed["decision"],
        )
