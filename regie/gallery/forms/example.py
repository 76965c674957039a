"""One form with every kind of field."""

from typing import ClassVar

from django import forms

from regie.ui.forms import Choice, ChoiceCards, DateField, WordsField
from regie.ui.parts import Item

SAME_PERSON = [
    (
        "17",
        Choice(
            "Ja, dit is Yiğit Öztürk", ("Geboren op 3-5-2004", "Sittard, sinds 2019"), "Lijkt sterk", "accent"
        ),
    ),
    ("18", Choice("Ja, dit is Yigit Ozturk", ("Geboortedatum niet bekend", "Geleen"), "Lijkt een beetje")),
    ("", Choice("Nee, dit is iemand anders", ("U maakt een nieuwe jongere aan.",))),
]
DOMAINS = [("wonen", "Wonen"), ("geld", "Inkomen en schulden"), ("werk", "Werk of school"), ("zorg", "Zorg")]
SOURCES = [("", "Kies een bron"), ("pi", "De PI"), ("zelf", "De jongere zelf"), ("gemeente", "Een collega")]


class ExampleForm(forms.Form):
    """A form that shows each field at rest."""

    asked_when: ClassVar = {"note": "nodig als u ‘Anders’ kiest"}

    name = forms.CharField(label="Naam", help_text="Zoals de jongere zichzelf noemt.", max_length=80)
    born_on = DateField(label="Geboortedatum", required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    source = forms.ChoiceField(label="Van wie weet u dit?", choices=SOURCES)
    words = forms.CharField(
        label="Wat is er gezegd?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Eén of twee zinnen is genoeg.",
    )
    same = forms.ChoiceField(
        label="Is dit dezelfde persoon?", choices=SAME_PERSON, widget=ChoiceCards, required=False
    )
    kind = forms.ChoiceField(
        label="Hoe was het contact?",
        choices=[("bezoek", "Bezoek in de PI"), ("bellen", "Gebeld"), ("anders", "Anders")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Hoe dan?", required=False)
    domains = forms.MultipleChoiceField(
        label="Waar ging het over?",
        choices=DOMAINS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="U kunt er meer kiezen.",
    )
    told = forms.BooleanField(label="Ik heb dit met de jongere besproken", required=False)
    closed = forms.CharField(
        label="Gemeente",
        initial="Sittard-Geleen",
        disabled=True,
        help_text="Dit kunt u hier niet veranderen.",
    )
    token = forms.CharField(widget=forms.HiddenInput, initial="verborgen", required=False)
    letter = forms.FileField(label="Brief", required=False, help_text="Een PDF, hooguit 5 MB.")


class OvertakenForm(forms.Form):
    """What somebody else made of it meanwhile stands beside what was typed."""

    beside: ClassVar = {"words": Item("Nu staat er:", "Hij wil een kamer met een tuin.")}

    words = WordsField(
        label="Wat wil hij?",
        longest=1000,
        initial="Hij wil naar zijn dochter.",
        help_text="In zijn eigen woorden.",
    )


def refused_form() -> ExampleForm:
    """The same form after it was sent with mistakes."""
    typed = {"fout-name": "", "fout-born_on": "31-2-2004", "fout-email": "yigit@", "fout-token": "verborgen"}
    form = ExampleForm(typed, prefix="fout")
    form.fields["told"].required = True
    form.add_error(None, "Deze jongere staat al op uw lijst.")
    return form
