"""What is told of a detention: a stay, the ground, or when he may come out."""

from typing import Any

from django import forms

from regie.detention.enums import Arrival, Certainty, Regime, ReleaseKind, Title
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.stay import StayAccount
from regie.partners.queries import find
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


def _day(label: str, help_text: str = "") -> DateField:
    return DateField(label=label, required=False, widget=forms.TextInput, help_text=help_text)


def _number(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})
    )


def _choice(label: str, choices: Any, initial: Any = None) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, initial=initial, widget=forms.RadioSelect)


class DetentionForm(VerbForm):
    """With the source, when it is told for the first time."""

    source = forms.CharField(label="Van wie weet u dit?", required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.version is not None:
            del self.fields["source"]

    @property
    def source_told(self) -> str:
        """Who told it; empty when he was there himself."""
        return str(self.cleaned_data.get("source", ""))

    @property
    def afterthought(self) -> str:
        """What is said after saving, when something is allowed but worth a second look."""
        return ""


class StayForm(DetentionForm):
    """Where he is held, since when, and until when."""

    facility = forms.CharField(label="Inrichting", required=False, max_length=120)
    arrival = _choice("Hoe kwam hij daar?", Arrival.choices, Arrival.ENTERED)
    entered_on = _day("Sinds welke dag?")
    left_on = _day(
        "Tot welke dag?", "Alleen als hij vrij is. Bij een overplaatsing legt u een nieuw verblijf vast."
    )
    regime = _choice("Onder welk strafrecht?", Regime.choices, Regime.UNKNOWN)
    field_order = ("facility", "arrival", "entered_on", "left_on", "regime", "source")

    @property
    def account(self) -> StayAccount:
        """What was told; the facility is looked up on our list by the name as typed."""
        typed = self.cleaned_data
        return StayAccount(
            typed["facility"],
            find(typed["facility"]) if typed["facility"] else None,
            Regime(typed["regime"]),
            Arrival(typed["arrival"]),
            typed["entered_on"],
            typed["left_on"],
        )


class SentenceForm(DetentionForm):
    """On what ground, and for how long."""

    title = _choice("Waarom zit hij vast?", Title.choices)
    years = _number("Jaren")
    months = _number("Maanden")
    days = _number("Dagen")
    imposed_on = _day("Wanneer opgelegd?")
    known_since = _day("Sinds wanneer weten we dit?", "Leeg is vandaag.")
    field_order = ("title", "years", "months", "days", "imposed_on", "known_since", "source")

    @property
    def account(self) -> SentenceAccount:
        """What was told."""
        typed = self.cleaned_data
        return SentenceAccount(
            Title(typed["title"]),
            typed["years"],
            typed["months"],
            typed["days"],
            typed["imposed_on"],
            typed["known_since"],
        )


class ReleaseForm(DetentionForm):
    """When he may come out, and how sure that is."""

    certainty = _choice("Hoe zeker is het?", Certainty.choices, Certainty.EXPECTED)
    expected_on = _day("Op welke dag?", "Niet bekend, of kan het elke dag zijn? Laat dit leeg.")
    kind = _choice("Wat voor vrijlating?", ReleaseKind.choices, ReleaseKind.UNKNOWN)
    known_since = _day("Sinds wanneer weten we dit?", "Leeg is vandaag.")
    field_order = ("certainty", "expected_on", "kind", "known_since", "source")

    @property
    def account(self) -> ReleaseAccount:
        """What was told."""
        typed = self.cleaned_data
        return ReleaseAccount(
            typed["expected_on"],
            ReleaseKind(typed["kind"]),
            Certainty(typed["certainty"]),
            typed["known_since"],
        )
