"""Asking for another day, for two editions side by side, or for an example of the terms; these change nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from regie.approach.models import Edition
from regie.ui.forms import DateField
from regie.ui.words import written

EXAMPLE = ("aangemeld", "binnen", "contact", "zitting", "vrij", "geboren")
FIRST, LAST = (
    date(1900, 1, 1),
    date(2100, 12, 31),
)  # outside these nobody lives, and a sum of days may have no date


class PlaceForm(forms.Form):
    """Where, when there is a choice."""

    gemeente = forms.ChoiceField(label="Gemeente", required=False)

    def __init__(self, *args: Any, places: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where: Any = self.fields["gemeente"]
        where.choices = [(place.cbs_code, place.name) for place in places]
        if len(places) < 2:
            del self.fields["gemeente"]


class DayForm(PlaceForm):
    """On which day, and where when there is a choice."""

    op = DateField(label="Op welke dag?", required=False, widget=forms.TextInput)


class ExampleForm(DayForm):
    """Days of nobody, to see what the terms become by them; each may stay empty."""

    brief = True

    op = DateField(required=False, widget=forms.HiddenInput)
    aangemeld = DateField(label="Aanmelding", required=False, widget=forms.TextInput)
    binnen = DateField(label="Dag één van de detentie", required=False, widget=forms.TextInput)
    contact = DateField(label="Laatste contact", required=False, widget=forms.TextInput)
    zitting = DateField(label="Zitting", required=False, widget=forms.TextInput)
    vrij = DateField(label="Vrijlating", required=False, widget=forms.TextInput)
    geboren = DateField(label="Geboren", required=False, widget=forms.TextInput)

    def clean(self) -> dict[str, Any]:
        """Holds every day to years in which somebody lives, and the release to after day one."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        for name, day in list(typed.items()):
            if isinstance(day, date) and not FIRST <= day <= LAST:
                self.add_error(name, f"Kies een dag van {written(FIRST)} tot en met {written(LAST)}.")
        inside, free = typed.get("binnen"), typed.get("vrij")
        if inside and free and free < inside:
            self.add_error("vrij", "De vrijlating ligt voor dag één van de detentie.")
        return typed

    @property
    def days(self) -> dict[str, date]:
        """What was typed and is right, by the name of its field."""
        typed = self.cleaned_data if self.is_valid() else {}
        return {name: typed[name] for name in EXAMPLE if typed.get(name)}


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
