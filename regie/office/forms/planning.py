"""Telling a milestone, and how many young people are meant to be guided."""

from datetime import date
from typing import Any

from django import forms

from regie.base.errors import NotValid
from regie.programme.enums import MilestoneKind
from regie.programme.rules import (
    LONGEST_MILESTONE,
    MONTHS,
    CaseloadAccount,
    MilestoneAccount,
    quarter_of,
    quarter_typed,
)
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm
from regie.ui.words import month_name

QUARTER = "Bijvoorbeeld 1e kwartaal 2026 of Q1 2026."


class QuarterField(forms.CharField):
    """A quarter as people type it; empty is not known."""

    def to_python(self, value: Any) -> str:
        """Read the quarter."""
        typed = super().to_python(value)
        if not typed:
            return ""
        try:
            return quarter_typed(typed)
        except NotValid as wrong:
            raise forms.ValidationError(wrong.sentence) from None


class WhenField(forms.CharField):
    """A quarter, or a day when somebody knows it: both as people type them; gives both."""

    def to_python(self, value: Any) -> Any:
        """Read the day, or else the quarter."""
        typed = super().to_python(value)
        if not typed:
            return "", None
        try:
            return quarter_typed(typed), None
        except NotValid:
            day = self._day(typed)
        return quarter_of(day), day

    def _day(self, typed: str) -> date:
        try:
            day: date = DateField().to_python(typed)
        except forms.ValidationError:
            raise forms.ValidationError(
                "Dit is geen kwartaal en geen dag. Vul het zo in: 1e kwartaal 2026, of 3-2-2026."
            ) from None
        return day


class MilestoneForm(VerbForm):
    """When it was planned, when it was, and why that differs."""

    asked_when = {"why": "als het later was dan gepland"}

    words = WordsField(label="Wat wordt bereikt?", longest=LONGEST_MILESTONE["words"], lines=1)
    planned = QuarterField(
        label="Gepland in welk kwartaal?", required=False, max_length=40, help_text=QUARTER
    )
    real = WhenField(
        label="Wanneer was het klaar?",
        required=False,
        max_length=40,
        help_text="Een kwartaal of een dag. Laat het leeg als het nog niet zover is.",
    )
    why = WordsField(label="Waarom later?", longest=LONGEST_MILESTONE["why"], lines=3, required=False)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind != MilestoneKind.OTHER:
            del self.fields["words"]

    @property
    def account(self) -> MilestoneAccount:
        """What was told."""
        typed = self.cleaned_data
        real, real_on = typed["real"]
        return MilestoneAccount(typed["planned"], real, real_on, typed["why"], typed.get("words", ""))


class CaseloadPlanForm(VerbForm):
    """How many in each month of a year."""

    brief = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for month in MONTHS:
            self.fields[f"month_{month}"] = forms.IntegerField(
                label=month_name(month),
                required=False,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
                error_messages={"invalid": "Vul een heel getal in, alleen cijfers."},
            )

    @property
    def account(self) -> CaseloadAccount:
        """What was planned."""
        return CaseloadAccount(tuple(self.cleaned_data[f"month_{month}"] for month in MONTHS))
