"""Giving a text to another: for what, of the text that was looked at."""

from typing import Any

from django import forms

from regie.trajectories.rules import LONGEST_PURPOSE
from regie.ui.verb_form import VerbForm

CHANGED = "Er is intussen iets veranderd. Kijk de tekst opnieuw na, en geef hem dan door."


class CopyForm(VerbForm):
    """For what; `shown` is which text was looked at, so that no other one goes."""

    read_by_him = ("purpose",)

    purpose = forms.CharField(
        label="Waarvoor?", max_length=LONGEST_PURPOSE, help_text="Hij mag dit later zelf lezen."
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, shown: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = shown
        self.fields["shown"].initial = shown

    def clean_shown(self) -> str:
        """Holds the form to the text that was looked at; the page that comes back shows the new one."""
        sent: str = self.cleaned_data["shown"]
        if sent != self.now:
            self.add_error(None, CHANGED)
            sending: Any = self.data
            sending = sending.copy()
            sending["shown"] = self.now
            self.data = sending
        return sent
