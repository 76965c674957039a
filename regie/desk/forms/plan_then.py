"""Asking for the plan of a day, and for what changed between two days."""

from datetime import date
from typing import Any

from django import forms

from regie.desk.forms.as_known import NOT_YET, AsKnownForm
from regie.ui.forms import DateField

REQUIRED = {"required": "Vul een dag in."}


class PlanThenForm(AsKnownForm):
    """One day since he is guided."""

    def __init__(self, *args: Any, since: date, too_early: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.since, self.too_early = since, too_early

    def clean_op(self) -> date:
        """Refuses a day on which there was no plan yet."""
        asked = super().clean_op()
        if asked < self.since:
            raise forms.ValidationError(self.too_early(asked))
        return asked


class BetweenForm(forms.Form):
    """Two days that are over, or today, in their order; sent as an address."""

    van = DateField(label="Van welke dag?", widget=forms.TextInput, error_messages=REQUIRED)
    met = DateField(label="Tot en met welke dag?", widget=forms.TextInput, error_messages=REQUIRED)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["met"].initial = f"{today:%d-%m-%Y}"

    def clean_met(self) -> date:
        """Refuses a day that is still to come, or one before the other."""
        later: date = self.cleaned_data["met"]
        if later > self.today:
            raise forms.ValidationError(NOT_YET)
        if "van" in self.cleaned_data and later < self.cleaned_data["van"]:
            raise forms.ValidationError("Deze dag ligt voor de eerste. Draai ze om.")
        return later

    @property
    def days(self) -> tuple[date, date] | None:
        """Both days; None while they were not chosen."""
        return (self.cleaned_data["van"], self.cleaned_data["met"]) if self.is_valid() else None
