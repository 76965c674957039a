"""What was told of him to another, and who his contact in the facility is."""

from collections.abc import Mapping
from typing import Any

from django import forms

from regie.approach.rules import Approach
from regie.base.errors import NotValid
from regie.partners.models import Organisation, Professional
from regie.partners.rules import clean_phone
from regie.trajectories.enums import DisclosureChannel
from regie.trajectories.rules import (
    LONGEST_NAME,
    LONGEST_PURPOSE,
    LONGEST_WHAT,
    CasemanagerAccount,
    DisclosureAccount,
)
from regie.ui.forms import Choice, ChoiceCards, DateField
from regie.ui.verb_form import VerbForm

KNOWN = (("yes", "Dat weten we"), ("no", "Niet bekend"))


def _from_map(label: str, help_text: str) -> Any:
    return forms.ModelChoiceField(
        label=label,
        queryset=Organisation.objects.none(),
        required=False,
        to_field_name="ref",
        empty_label="Niet van de sociale kaart",
        help_text=help_text,
    )


class DisclosureForm(VerbForm):
    """To whom, what, on which ground, how and for what; a ground is always chosen."""

    read_by_him = ("what", "purpose")

    asked_when: Mapping[str, str] = {"recipient": "nodig als u geen organisatie koos"}

    organisation = _from_map("Aan welke organisatie?", "Staat die er niet bij? Vul dan een naam in.")
    recipient = forms.CharField(label="Aan wie?", required=False, max_length=LONGEST_NAME)
    what = forms.CharField(
        label="Wat is er verteld?",
        max_length=LONGEST_WHAT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Niet meer dan nodig. Schrijf het zo op dat hij het zelf mag lezen.",
    )
    purpose = forms.CharField(
        label="Waarvoor?", max_length=LONGEST_PURPOSE, help_text="Bijvoorbeeld: zodat zijn huur doorloopt."
    )
    ground = forms.ChoiceField(label="Op welke grond?", widget=ChoiceCards)
    channel = forms.ChoiceField(label="Hoe?", choices=DisclosureChannel.choices, widget=forms.RadioSelect)
    happened_on = DateField(label="Wanneer?", widget=forms.TextInput)
    item = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, approach: Approach, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds: Any = self.fields["ground"]
        grounds.choices = [
            (one.code, Choice(one.title, tuple(filter(None, (one.text, one.article)))))
            for one in approach.grounds
        ]
        places: Any = self.fields["organisation"]
        places.queryset = organisations

    @property
    def account(self) -> DisclosureAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        names = ("happened_on", "what", "ground", "channel", "purpose", "organisation", "recipient", "item")
        return DisclosureAccount(**{name: typed[name] for name in names})


class CasemanagerForm(VerbForm):
    """Who it is since a day: of the social map, or by name with a number; or that nobody knows."""

    asked_when: Mapping[str, str] = {"name": "nodig als we hem kennen en hij niet op de kaart staat"}

    known = forms.ChoiceField(label="Weten we wie het is?", choices=KNOWN, widget=forms.RadioSelect)
    professional = _from_map("Wie van de sociale kaart?", "Staat hij er niet bij? Vul dan zijn naam in.")
    name = forms.CharField(label="Naam", required=False, max_length=LONGEST_NAME)
    phone = forms.CharField(label="Telefoonnummer", required=False, max_length=40)
    happened_on = DateField(label="Sinds wanneer weten we dit?", widget=forms.TextInput)

    def __init__(self, *args: Any, professionals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: Any = self.fields["professional"]
        people.queryset = professionals

    @property
    def account(self) -> CasemanagerAccount:
        """What was told, as typed. Raises NotValid when it says two things, or a number cannot exist."""
        typed = self.cleaned_data
        who: Professional | None = typed["professional"]
        somebody = bool(who or typed["name"] or typed["phone"])
        if typed["known"] == "no" and somebody:
            raise NotValid("U vulde ook iemand in. Weten we wie het is?", field="known")
        if typed["known"] == "yes" and not somebody:
            raise NotValid("Kies iemand, of vul een naam in.", field="name")
        return CasemanagerAccount(typed["happened_on"], who, typed["name"], clean_phone(typed["phone"]))
