"""Telling that he is out of sight, how we looked for him, and that he is back."""

from collections.abc import Mapping
from typing import Any

from django import forms

from regie.trajectories.enums import AttemptKind
from regie.trajectories.rules import AttemptAccount, BackInSightAccount, OutOfSightAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

WHO_TOLD = "Van wie weet u dit?"


class _SearchForm(VerbForm):
    """The first time it also asks who told it."""

    source = forms.CharField(
        label=WHO_TOLD, required=False, max_length=200, help_text="Weet u het zelf? Laat dit leeg."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.version is not None:
            del self.fields["source"]


class OutOfSightForm(_SearchForm):
    """Since when, who saw him last and where, and whom to ask."""

    field_order = ("happened_on", "last_seen_on", "where", "seen_by", "ask", "source")

    happened_on = DateField(label="Sinds welke dag is hij uit beeld?", widget=forms.TextInput)
    last_seen_on = DateField(
        label="Op welke dag zag iemand hem voor het laatst?", required=False, widget=forms.TextInput
    )
    where = forms.CharField(label="Waar was dat?", required=False)
    seen_by = forms.CharField(label="Wie zag hem?", required=False)
    ask = forms.CharField(
        label="Aan wie kunt u het vragen?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: zijn moeder, de jongerenwerker, de opvang.",
    )

    @property
    def account(self) -> OutOfSightAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        words = (typed[name].strip() for name in ("where", "seen_by", "ask"))
        return OutOfSightAccount(typed["happened_on"], typed["last_seen_on"], *words)


class AttemptForm(_SearchForm):
    """What was tried, with whom, and when he tries again."""

    read_by_him = ("words",)

    asked_when: Mapping[str, str] = {"words": "nodig als u iets anders probeerde"}
    field_order = ("kind", "whom", "words", "happened_on", "again_on", "source")

    kind = forms.ChoiceField(label="Wat deed u?", choices=AttemptKind.choices, widget=forms.RadioSelect)
    whom = forms.CharField(label="Aan wie, of waar?", required=False)
    words = forms.CharField(
        label="Wat kwam eruit?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Schrijf het zo op dat de jongere het zelf mag lezen.",
    )
    happened_on = DateField(label="Wanneer was dat?", widget=forms.TextInput)
    again_on = DateField(
        label="Wanneer probeert u het weer?",
        required=False,
        widget=forms.TextInput,
        help_text="Die dag staat het op Vandaag. Vult u niets in? Dan na een week.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("source", None)  # who searched, was there himself

    @property
    def account(self) -> AttemptAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return AttemptAccount(
            typed["happened_on"],
            AttemptKind(typed["kind"]),
            typed["whom"].strip(),
            typed["words"].strip(),
            typed["again_on"],
        )


class BackInSightForm(_SearchForm):
    """Since when he is back, and how that came."""

    read_by_him = ("words",)

    field_order = ("happened_on", "words", "source")

    happened_on = DateField(label="Sinds welke dag is hij weer in beeld?", widget=forms.TextInput)
    words = forms.CharField(
        label="Hoe kwam hij weer in beeld?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Schrijf het zo op dat de jongere het zelf mag lezen.",
    )

    @property
    def account(self) -> BackInSightAccount:
        """What was told, as typed."""
        return BackInSightAccount(self.cleaned_data["happened_on"], self.cleaned_data["words"].strip())
