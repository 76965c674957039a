"""A paper for him before it is made: what is proposed stands in its fields, and may be changed."""

from collections.abc import Sequence
from typing import Any

from django import forms

from regie.desk.pages.drafts import Ask
from regie.ui.verb_form import VerbForm

LONGEST = {1: 120}
LONGEST_TEXT = 4000
FILL_IN = "Er staan nog puntjes (…). Vul ze in, of haal ze weg."


class DraftForm(VerbForm):
    """One field of text for each thing that is asked."""

    def __init__(self, *args: Any, asks: Sequence[Ask], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for ask in asks:
            self.fields[ask.name] = _field(ask)
        self.read_by_him = tuple(ask.name for ask in asks if ask.sentences)

    def clean(self) -> dict[str, Any]:
        """Refuses what was left to fill in."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, str) and "…" in value:
                self.add_error(name, FILL_IN)
        return cleaned


def _field(ask: Ask) -> forms.CharField:
    field = forms.CharField(
        label=ask.label,
        required=ask.must,
        initial=ask.text,
        help_text=ask.help,
        max_length=LONGEST.get(ask.lines, LONGEST_TEXT),
        widget=forms.TextInput if ask.lines == 1 else forms.Textarea(attrs={"rows": ask.lines}),
    )
    field.error_messages["required"] = "Vul dit in."
    return field
