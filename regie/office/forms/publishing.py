"""Publishing a page, and taking a version back."""

from typing import Any

from django import forms

from regie.ui.forms import WordsField
from regie.ui.verb_form import VerbForm


class PublishForm(VerbForm):
    """What is new in this version; it knows of which page he looked at it (`looked_at`)."""

    changes = WordsField(
        label="Wat is er nieuw?",
        longest=1000,
        lines=3,
        help_text="In gewone woorden. Dit staat bij de versie, en iedereen kan het lezen.",
    )
    looked_at = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["looked_at"].initial = now
        self.now = now

    def look_again(self) -> None:
        """He is shown the page as it is now: when he sends this again, that is what he looked at."""
        self.data = {**self.data.dict(), "looked_at": self.now}  # type: ignore[attr-defined]


class TakeBackForm(VerbForm):
    """Why it may not be read any more."""

    reason = WordsField(
        label="Waarom?",
        longest=500,
        lines=3,
        help_text="Dit staat straks op het openbare adres. Noem niemand.",
    )
