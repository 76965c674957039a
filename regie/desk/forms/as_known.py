"""Asking for the record of a day."""

from datetime import date
from typing import Any

from django import forms

from regie.ui.forms import DateField

NOT_YET = "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."


class AsKnownForm(forms.Form):
    """One day that is over, or today; sent as an address."""

    op = DateField(
        label="Van welke dag?",
        widget=forms.TextInput,
        error_messages={"required": "Vul een dag in."},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_op(self) -> date:
        """Refuses a day that is still to come."""
        asked: date = self.cleaned_data["op"]
        if asked > self.today:
            raise forms.ValidationError(NOT_YET)
        return asked
