"""Asking for another day, or for two editions side by side; these change nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms

from regie.approach.models import Edition
from regie.ui.forms import DateField
from regie.ui.words import written


class DayForm(forms.Form):
    """On which day, and where when there is a choice."""

    gemeente = forms.ChoiceField(label="Gemeente", required=False)
    op = DateField(label="Op welke dag?", required=False, widget=forms.TextInput)

    def __init__(self, *args: Any, places: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where: Any = self.fields["gemeente"]
        where.choices = [(place.cbs_code, place.name) for place in places]
        if len(places) < 2:
            del self.fields["gemeente"]


class CompareForm(forms.Form):
    """Which two editions."""

    links = forms.ChoiceField(label="Deze uitgave")
    rechts = forms.ChoiceField(label="Naast deze uitgave")

    def __init__(self, *args: Any, editions: Sequence[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(edition.ref), called(edition)) for edition in editions]
        for name in ("links", "rechts"):
            field: Any = self.fields[name]
            field.choices = choices


def called(edition: Edition) -> str:
    """An edition in words: Gemeente Sittard-Geleen, vanaf 1 juli 2025."""
    place = edition.municipality or edition.region
    name = f"{edition.get_layer_display()} {place}" if place else edition.get_layer_display()
    return f"{name}, vanaf {written(edition.valid_from)}"
