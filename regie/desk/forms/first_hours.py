"""He is free, and his first days outside: who was called, where he sleeps, and that they are done."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms

from regie.trajectories.enums import Answered, Called, SleepingPlace
from regie.trajectories.rules import (
    LONGEST_CALL,
    LONGEST_DONE,
    LONGEST_NIGHT,
    CallAccount,
    FirstDaysAccount,
    NightAccount,
)
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm
from regie.ui.words import capital, on_weekday

OTHER = "other"


class FreeForm(VerbForm):
    """Since when he is free: today, yesterday, or a day before that.

    An answer is the day itself: a page that was opened before midnight means the same after it.
    """

    brief = True

    since = forms.ChoiceField(label="Sinds wanneer?", widget=forms.RadioSelect)
    on = DateField(label="Welke dag?", required=False, widget=forms.TextInput)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = {"Vandaag": today, "Gisteren": today - timedelta(days=1)}
        field: Any = self.fields["since"]
        field.choices = [
            *((day.isoformat(), f"{name}, {on_weekday(day)}") for name, day in days.items()),
            (OTHER, "Een andere dag"),
        ]
        field.initial = today.isoformat()
        field.error_messages["invalid_choice"] = "Intussen is het een nieuwe dag. Kies opnieuw."
        self.fields["on"].help_text = "Alleen bij een andere dag. Bijvoorbeeld 3-5-2026."

    def clean(self) -> dict[str, Any]:
        """Another day is filled in; a day beside today or yesterday is not silently lost."""
        typed: dict[str, Any] = super().clean() or {}
        chosen, day = typed.get("since"), typed.get("on")
        if chosen == OTHER and not day and "on" not in self.errors:
            self.add_error("on", "Vul de dag in.")
        elif chosen and chosen != OTHER and day and day.isoformat() != chosen:
            self.add_error("since", "U vulde ook een andere dag in. Kies een van de twee.")
        return typed

    @property
    def day(self) -> date:
        """The day that was told."""
        chosen: str = self.cleaned_data["since"]
        told: date = self.cleaned_data["on"] if chosen == OTHER else date.fromisoformat(chosen)
        return told


class CallForm(VerbForm):
    """One call; only whom, and whether somebody answered, must be told; of somebody else also a name."""

    read_by_him = ("words",)

    asked_when: Mapping[str, str] = {"name": "nodig bij ‘Iemand anders’"}

    whom = forms.ChoiceField(label="Wie belde u?", choices=[("", "Kies"), *Called.choices])
    name = forms.CharField(label="Naam", required=False, max_length=120)
    answered = forms.ChoiceField(label="Nam iemand op?", widget=forms.RadioSelect, choices=Answered.choices)
    words = forms.CharField(
        label="Wat werd er gezegd?",
        required=False,
        max_length=LONGEST_CALL,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Zo dat de jongere het zelf mag lezen.",
    )
    again_on = DateField(label="Wanneer belt u weer?", required=False, widget=forms.TextInput)

    def account(self, on: date) -> CallAccount:
        """What was told, of a call that day."""
        typed = self.cleaned_data
        return CallAccount(
            on,
            Called(typed["whom"]),
            Answered(typed["answered"]),
            typed["name"].strip(),
            typed["words"].strip(),
            typed["again_on"],
        )


class NightForm(VerbForm):
    """For which night, and where he sleeps."""

    happened_on = forms.ChoiceField(label="Welke nacht?", widget=forms.RadioSelect)
    place = forms.ChoiceField(
        label="Waar slaapt hij?", widget=forms.RadioSelect, choices=SleepingPlace.choices
    )
    words = forms.CharField(
        label="Wat is er nog over te zeggen?",
        required=False,
        max_length=LONGEST_NIGHT,
        help_text="Bijvoorbeeld: bij zijn tante, tot vrijdag.",
    )

    def __init__(self, *args: Any, nights: Iterable[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["happened_on"]
        field.choices = [(night.isoformat(), capital(on_weekday(night))) for night in nights]
        if self.initial.get("happened_on") not in dict(field.choices):
            self.initial.pop("happened_on", None)
        field.error_messages["invalid_choice"] = "Kies een van deze nachten."

    @property
    def account(self) -> NightAccount:
        """What was told."""
        typed = self.cleaned_data
        night = date.fromisoformat(typed["happened_on"])
        return NightAccount(night, SleepingPlace(typed["place"]), typed["words"].strip())


class FirstDaysForm(VerbForm):
    """What goes along after his first days, and when he is spoken to next."""

    read_by_him = ("words",)

    brief = True

    words = forms.CharField(
        label="Wat gaat er mee?",
        max_length=LONGEST_DONE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In een paar woorden: wat loopt er, en wat is nog open? Zo dat de jongere het zelf mag lezen.",
    )
    again_on = DateField(label="Wanneer spreekt u hem weer?", widget=forms.TextInput)
    sure = forms.BooleanField(label="Ja, toch overdragen")

    def __init__(self, *args: Any, asks: str = "", **kwargs: Any) -> None:
        """With `asks`, in words what is open still, he must say that he is sure."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["sure"]
        field.help_text = asks
        field.error_messages["required"] = "Zet hier een vinkje, of regel het eerst."
        if not asks:
            del self.fields["sure"]

    def account(self, on: date) -> FirstDaysAccount:
        """What was told, of first days that were done that day."""
        return FirstDaysAccount(on, self.cleaned_data["words"].strip(), self.cleaned_data["again_on"])
