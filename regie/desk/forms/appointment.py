"""An appointment, and how it went."""

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, time
from typing import Any, ClassVar

from django import forms

from regie.base.actors import Actor
from regie.contacts.enums import AppointmentResult, ContactKind, MeetingWith, ToldHow
from regie.contacts.rules import AGREEABLE, AppointmentAccount, OutcomeAccount, comes_twice
from regie.desk.forms.told import ToldForm
from regie.desk.pages.appointment_warnings import warnings_of
from regie.partners.queries import organisations_on_map, professionals_on_map
from regie.partners.rules import clean_phone
from regie.ui.forms import DateField, Suggested, TimeField
from regie.ui.verb_form import VerbForm

TWICE = [("first", "De eerste keer (zomertijd)"), ("second", "De tweede keer (wintertijd)")]
SURE = "Zet hier een vinkje, of kies een ander moment of een andere plek."


class AppointmentForm(ToldForm):
    """With whom, how, when and where; what falls together, or where he may not come, is asked and never refused.

    What is only asked sometimes (`later`, `sure`) is hidden until it is.
    """

    today: ClassVar[tuple[str, ...]] = ()
    read_by_him = ("purpose",)
    asked_when: Mapping[str, str] = {
        "partner": "als er iemand anders bij is",
        "place": "niet nodig bij bellen of een bericht",
    }

    happened_on = DateField(label="Welke dag?", widget=forms.TextInput)
    begins = TimeField(
        label="Hoe laat?", widget=forms.TextInput(attrs={"class": "short"}), help_text="Bijvoorbeeld 10.30"
    )
    later = forms.ChoiceField(
        label="Welke keer?", choices=[("", ""), *TWICE], required=False, widget=forms.HiddenInput
    )
    ends = TimeField(
        label="Tot hoe laat?",
        required=False,
        widget=forms.TextInput(attrs={"class": "short"}),
        help_text="Leeg? Dan rekenen we een uur.",
    )
    kind = forms.ChoiceField(
        label="Hoe?", choices=[(one.value, one.label) for one in AGREEABLE], widget=forms.RadioSelect
    )
    place = forms.CharField(
        label="Waar?", required=False, help_text="Dit komt in het bericht aan hem. Bijvoorbeeld: Markt 1."
    )
    company = forms.ChoiceField(
        label="Met wie?", choices=MeetingWith.choices, initial=MeetingWith.HIM, widget=forms.RadioSelect
    )
    partner = forms.CharField(label="Wie is er nog meer bij?", required=False, widget=Suggested)
    purpose = forms.CharField(
        label="Waarvoor?", required=False, help_text="Zo dat hij het mag lezen. Bijvoorbeeld: samen bellen."
    )
    told_how = forms.ChoiceField(label="Weet hij het al?", choices=ToldHow.choices, widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Ja, toch afspreken", required=False, widget=forms.HiddenInput)
    asked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, viewer: Actor | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        widget: Any = self.fields["partner"].widget
        widget.suggestions = _on_the_map(viewer, self.on) if viewer else ()

    @classmethod
    def of(cls, request: Any, **kwargs: Any) -> Any:
        """The form for who asks: it is his own day that it looks in."""
        return super().of(request, viewer=request.actor, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Asks which of two, of a time that comes twice; and whether he is sure, of what he has to mind."""
        typed: dict[str, Any] = super().clean() or {}
        day, begins = typed.get("happened_on"), typed.get("begins")
        if day and begins and comes_twice(day, begins):
            field: Any = self.fields["later"]
            field.choices, field.widget = TWICE, forms.RadioSelect(choices=TWICE)
        if not self.errors:
            self._mind(typed)
        return typed

    def _mind(self, typed: dict[str, Any]) -> None:
        but = self.fact.ref if self.fact else None
        warnings = list(warnings_of(self.account, self.trajectory, viewer=self.viewer, but=but))
        if not warnings:
            return
        said = " ".join(warnings)
        self.fields["sure"].widget = forms.CheckboxInput()
        asked = hashlib.sha256(said.encode()).hexdigest()[:16]
        if not (typed["sure"] and typed["asked"] == asked):
            # What is sent again holds what was asked now, and a tick of before is no answer to it.
            self.data = {**self.data.dict(), "asked": asked, "sure": ""}  # type: ignore[attr-defined]
            self.add_error("sure", f"{said} {SURE}")

    @property
    def account(self) -> AppointmentAccount:
        """What was agreed, as typed."""
        typed = self.cleaned_data
        twice = comes_twice(typed["happened_on"], typed["begins"])
        return AppointmentAccount(
            happened_on=typed["happened_on"],
            begins=typed["begins"],
            kind=ContactKind(typed["kind"]),
            ends=typed["ends"],
            later=typed["later"] == "second" if twice and typed["later"] else None,
            company=MeetingWith(typed["company"]),
            partner="" if typed["company"] == MeetingWith.HIM else typed["partner"].strip(),
            place=typed["place"].strip(),
            purpose=typed["purpose"].strip(),
            told_how=ToldHow(typed["told_how"]),
        )

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of one that is moved; whether he knows that is asked anew."""
        told = {one.name: getattr(fact.account, one.name) for one in fields(AppointmentAccount)}
        told |= {"later": {True: "second", False: "first", None: ""}[told["later"]]}
        del told["told_how"]
        return {name: _typed(value) for name, value in told.items()}


class OutcomeForm(VerbForm):
    """How it went, in one tap: each answer is a button; with words when there are any."""

    brief = True
    read_by_him = ("words",)

    words = forms.CharField(
        label="Wat wilt u onthouden?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit mag leeg blijven. Schrijf het zo op dat de jongere het zelf mag lezen.",
    )
    result = forms.ChoiceField(choices=AppointmentResult.choices, widget=forms.HiddenInput)

    @property
    def account(self) -> OutcomeAccount:
        """What was told."""
        return OutcomeAccount(AppointmentResult(self.cleaned_data["result"]), self.cleaned_data["words"])


class SendForm(VerbForm):
    """To which number; it is kept nowhere."""

    brief = True

    phone = forms.CharField(
        label="Zijn nummer",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        help_text="Bijvoorbeeld 06 12 34 56 78. Regie bewaart het niet.",
    )

    sent = forms.CharField(required=False, widget=forms.HiddenInput)

    def number(self) -> str:
        """The number as it is dialled; raises NotValid when no such number can exist."""
        return clean_phone(self.cleaned_data["phone"])


def _typed(value: Any) -> Any:
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return f"{value:%-H.%M}" if isinstance(value, time) else value


def _on_the_map(viewer: Actor, on: date) -> list[str]:
    names = [one.name for one in organisations_on_map(viewer, on=on)]
    return sorted({*names, *(one.name for one in professionals_on_map(viewer, on=on))})
