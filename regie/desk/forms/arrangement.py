"""Telling how one thing stands that must be arranged."""

from typing import Any

from django import forms

from regie.base.clock import day
from regie.trajectories.enums import ArrangementDecision, ArrangementList, ArrangementState, Owner
from regie.trajectories.rules import LONGEST_ARRANGEMENT, LONGEST_OWNER, ArrangementAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


class ArrangementForm(VerbForm):
    """How it stands first; who sees to it, before which day, and a few words. It stands so since the day of telling.

    Of what runs on outside while he is inside it asks first whether it stops.
    """

    decision = forms.ChoiceField(
        label="Stopt dit, of blijft het?",
        choices=[*ArrangementDecision.choices, ("", "Niet bekend")],
        required=False,
        widget=forms.RadioSelect,
    )
    state = forms.ChoiceField(
        label="Hoe staat het ervoor?", choices=ArrangementState.choices, widget=forms.RadioSelect
    )
    owner = forms.ChoiceField(label="Wie regelt het?", choices=Owner.choices, initial=Owner.UNKNOWN)
    owner_name = forms.CharField(
        label="Welke persoon of plek?",
        required=False,
        max_length=LONGEST_OWNER,
        help_text="Bijvoorbeeld zijn oma, of de balie van burgerzaken.",
    )
    due_on = DateField(label="Vóór welke dag moet het geregeld zijn?", required=False, widget=forms.TextInput)
    words = forms.CharField(
        label="Wat moet een collega nog weten?",
        required=False,
        max_length=LONGEST_ARRANGEMENT,
        help_text="Bijvoorbeeld: de pas ligt bij de receptie.",
    )

    def __init__(self, *args: Any, which: ArrangementList, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if which is not ArrangementList.DETENTION:
            del self.fields["decision"]

    def account(self, at: Any) -> ArrangementAccount:
        """What was told, as typed; so it stands since today."""
        typed = self.cleaned_data
        return ArrangementAccount(
            ArrangementState(typed["state"]),
            day(at),
            Owner(typed["owner"]),
            typed["owner_name"],
            typed["due_on"],
            typed["words"],
            typed.get("decision", ""),
        )
