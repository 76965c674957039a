"""A fixed moment of his week."""

from dataclasses import fields
from datetime import time
from typing import Any, ClassVar

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.enums import Company, SlotKind, Weekday
from regie.plans.rules import SlotAccount
from regie.ui.forms import DateField, TimeField


class WeekSlotForm(ToldForm):
    """Which day, from when until when, and what for; the rest when one knows it."""

    today: ClassVar[tuple[str, ...]] = ()

    weekday = forms.TypedChoiceField(
        label="Op welke dag?", choices=[("", "Kies"), *Weekday.choices], coerce=int
    )
    begins = TimeField(
        label="Vanaf hoe laat?",
        widget=forms.TextInput(attrs={"class": "short"}),
        help_text="Bijvoorbeeld 9.30",
    )
    ends = TimeField(
        label="Tot hoe laat?",
        widget=forms.TextInput(attrs={"class": "short"}),
        help_text="Bijvoorbeeld 12.00",
    )
    kind = forms.ChoiceField(label="Wat doet hij dan?", choices=SlotKind.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="In een paar woorden", required=False, help_text="Bijvoorbeeld: leren lassen."
    )
    place = forms.CharField(label="Waar?", required=False)
    company = forms.ChoiceField(
        label="Wie gaat er mee?",
        choices=Company.choices,
        initial=Company.UNKNOWN,
        widget=forms.RadioSelect,
        help_text="Gaat u zelf mee? Dan staat het ook in uw agenda-adres, zonder naam.",
    )
    company_words = forms.CharField(
        label="Wie brengt hem, of wie gaat er mee?",
        required=False,
        help_text="Bijvoorbeeld: zijn oom brengt hem met de auto.",
    )
    since = DateField(label="Wat is de eerste dag?", required=False, widget=forms.TextInput)
    until = DateField(
        label="Wat is de laatste dag?",
        required=False,
        widget=forms.TextInput,
        help_text="Gaat het gewoon door? Laat dit leeg.",
    )

    @property
    def account(self) -> SlotAccount:
        """What was told, as typed."""
        known = {one.name for one in fields(SlotAccount)}
        typed = {name: value for name, value in self.cleaned_data.items() if name in known}
        return SlotAccount(**typed, happened_on=self.fact.happened_on if self.fact else self.on)

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of a moment that is told better."""
        told = super().again(fact).items()
        return {name: f"{value:%-H.%M}" if isinstance(value, time) else value for name, value in told}
