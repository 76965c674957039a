"""Asking what happened since a day."""

from datetime import date
from typing import Any

from django import forms

from regie.desk.forms.as_known import NOT_YET
from regie.ui.forms import DateField


class SinceForm(forms.Form):
    """One day that is over, or today; sent as an address."""

    sinds = DateField(
        label="Sinds welke dag?",
        widget=forms.TextInput,
        help_text="Ook wat op die dag zelf is vastgelegd, staat erbij.",
        error_messages={"required": "Vul een dag in."},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_sinds(self) -> date:
        """Refuses a day that is still to come."""
        asked: date = self.cleaned_data["sinds"]
        if asked > self.today:
            raise forms.ValidationError(NOT_YET)
        return asked
