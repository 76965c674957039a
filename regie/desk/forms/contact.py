"""Logging a moment of contact: one box and one tap, and what else there is to tell folded away."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from django import forms

from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.rules import LONGEST_PARTY, LONGEST_WORDS, MOST_MINUTES, ContactAccount
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm

# What one types; the rest is chosen.
WRITTEN = ("words", "happened_on", "minutes", "his_words", "judgement", "party")
WORDS = frozenset({"words", "his_words", "judgement", "party"})
NAMES = tuple(field.name for field in fields(ContactAccount))


class ContactForm(VerbForm):
    """One box, how, and whether it succeeded; a made contact of today needs one tap beside the words."""

    asked_when: Mapping[str, str] = {
        "organisation": "bij contact met een partner",
        "party": "bij contact met een partner",
    }
    read_by_him = ("words",)
    folded = ("minutes", "his_words", "judgement", "step", "organisation", "party")
    folded_title = "Meer vastleggen"

    words = WordsField(
        label="Wat wilt u onthouden?",
        required=False,
        longest=LONGEST_WORDS,
        lines=5,
        help_text="Schrijf het zo op dat de jongere het zelf mag lezen.",
    )
    kind = forms.ChoiceField(label="Hoe?", choices=ContactKind.choices, widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label="Is het gelukt?", choices=Outcome.choices, widget=forms.RadioSelect, initial=Outcome.MADE
    )
    happened_on = DateField(label="Wanneer?", widget=forms.TextInput)
    minutes = forms.IntegerField(
        label="Hoeveel minuten?",
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={
            "invalid": "Vul een getal in, bijvoorbeeld 45.",
            "min_value": "Vul 1 minuut of meer in, of niets.",
            "max_value": f"Dit is te lang. Vul hooguit {MOST_MINUTES} minuten in.",
        },
    )
    his_words = WordsField(
        label="Zijn woorden",
        required=False,
        longest=LONGEST_WORDS,
        lines=3,
        help_text="Zoals hij het zelf zei.",
    )
    judgement = WordsField(
        label="Uw professioneel oordeel",
        required=False,
        longest=LONGEST_WORDS,
        lines=3,
        help_text="Wat u ervan denkt, en waarom. Het staat apart van wat er gebeurde.",
    )
    step: forms.ModelChoiceField = forms.ModelChoiceField(
        label="Bij welke stap van zijn plan?",
        queryset=None,
        required=False,
        to_field_name="ref",
        empty_label="Geen stap",
        error_messages={
            "invalid_choice": "Deze stap staat niet meer in zijn plan. Kies een andere, of geen."
        },
    )
    organisation: forms.ModelChoiceField = forms.ModelChoiceField(
        label="Met welke organisatie?",
        queryset=None,
        required=False,
        to_field_name="ref",
        empty_label="Niet van de sociale kaart",
        error_messages={
            "invalid_choice": "Deze organisatie staat niet op de kaart. Kies een andere, of vul een naam in."
        },
    )
    party = WordsField(label="Met wie?", required=False, longest=LONGEST_PARTY, lines=1)

    def __init__(self, *args: Any, steps: Any, organisations: Any, **kwargs: Any) -> None:
        """With his steps, and whom this officer reads on the social map."""
        super().__init__(*args, **kwargs)
        step: Any = self.fields["step"]
        step.queryset, step.label_from_instance = steps, lambda one: one.words
        place: Any = self.fields["organisation"]
        place.queryset = organisations

    @staticmethod
    def told(moment: ContactMoment) -> dict[str, Any]:
        """What stands there now, as one types it."""
        entries = {"step": moment.step, "organisation": moment.organisation}
        refs = {name: entry.ref for name, entry in entries.items() if entry}
        return vars(moment.account) | refs | {"happened_on": f"{moment.happened_on:%d-%m-%Y}"}

    @property
    def wrote(self) -> bool:
        """Whether he typed any words."""
        return any(str(self[name].value() or "").strip() for name in WORDS)

    @property
    def typed(self) -> str:
        """Everything that he typed, also what would be refused: first the words, then each other under its label."""
        told = {name: str(self[name].value() or "").strip() for name in WRITTEN}
        more = [f"{self[name].label}\n{told[name]}" for name in WRITTEN[1:] if told[name]]
        return "\n\n".join(filter(None, (told["words"], *more))).replace("\r\n", "\n")

    @property
    def account(self) -> ContactAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        kind, outcome = ContactKind(typed["kind"]), Outcome(typed["outcome"])
        return ContactAccount(**{name: typed[name] for name in NAMES} | {"kind": kind, "outcome": outcome})
