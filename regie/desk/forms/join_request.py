"""Somebody asks to be involved: who, when and why; and that he is not, with why not."""

from dataclasses import replace
from typing import Any

from django import forms

from regie.desk.forms.told import ToldForm
from regie.trajectories.models import JoinRequest
from regie.trajectories.rules import LONGEST_ENDING, LONGEST_PURPOSE, JoinRequestAccount
from regie.trajectories.rules.telling_others import LONGEST_NAME
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm

REFUSAL = ("refused_on", "why_refused")


class JoinRequestForm(ToldForm):
    """Who asks, when and why; of whom was refused also from when and why not."""

    who = WordsField(
        label="Wie vraagt het?",
        longest=LONGEST_NAME,
        lines=1,
        help_text="Naam en organisatie. Bijvoorbeeld: Petra Smit, wijkteam.",
    )
    words = WordsField(
        label="Waarom wil diegene meedoen?",
        longest=LONGEST_PURPOSE,
        lines=2,
        help_text="Wat diegene zelf zei. Bijvoorbeeld: helpen met zijn post.",
    )
    happened_on = DateField(label="Wanneer vroeg diegene dit?", widget=forms.TextInput)
    refused_on = DateField(label="Niet betrokken vanaf", required=False, widget=forms.TextInput)
    why_refused = WordsField(label="Waarom niet?", required=False, longest=LONGEST_ENDING, lines=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not getattr(self.fact, "refused_on", None):
            for name in REFUSAL:
                del self.fields[name]

    @property
    def account(self) -> JoinRequestAccount:
        """What was told, as typed; by what it was answered stays."""
        known = JoinRequestAccount.__dataclass_fields__
        typed = {name: value for name, value in self.cleaned_data.items() if name in known}
        stood = self.fact.account if isinstance(self.fact, JoinRequest) else JoinRequestAccount(**typed)
        return replace(stood, **typed)


class JoinRefusalForm(VerbForm):
    """From which day he is not involved, and why not."""

    refused_on = DateField(label="Wanneer besloot u dit?", widget=forms.TextInput)
    why_refused = WordsField(
        label="Waarom niet?",
        longest=LONGEST_ENDING,
        lines=2,
        help_text="Bijvoorbeeld: de jongere wil het niet.",
    )
