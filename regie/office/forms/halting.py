"""Since when something stops or goes on again, and why."""

from typing import Any

from django import forms

from regie.base.halts import LONGEST_REASON
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm


class HaltForm(VerbForm):
    """A day, and why."""

    since = DateField(label="Vanaf welke dag?", widget=forms.TextInput)
    reason = WordsField(label="Waarom?", longest=LONGEST_REASON, lines=3)

    @property
    def told(self) -> dict[str, Any]:
        """What the verb wants to know."""
        return {name: self.cleaned_data[name] for name in ("since", "reason", "submission")}
