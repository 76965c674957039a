"""Somebody around him: who, what they are to him, and, when one knows it, the rest."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, ClassVar

from django import forms

from regie.desk.forms.told import ToldForm
from regie.partners.rules import clean_phone, written_phone
from regie.plans.enums import Closeness, Influence, MayCall, NoContact, Tie
from regie.plans.rules import NetworkAccount
from regie.ui.forms import DateField

FEW_LINES = forms.Textarea(attrs={"rows": 2})
MAY_BE_READ = "Schrijf het zo op dat deze persoon het zelf mag lezen."
BOTH_NEEDED = "nodig bij een risico, of bij geen contact"


class NetworkMemberForm(ToldForm):
    """A name and what they are to him are enough; a risk or no contact asks for a reason and who says so."""

    today: ClassVar[tuple[str, ...]] = ()
    asked_when: Mapping[str, str] = {"reason": BOTH_NEEDED, "reason_source": BOTH_NEEDED}

    name = forms.CharField(label="Hoe noemt hij deze persoon?", help_text="Een naam, of alleen: mijn oma.")
    tie = forms.ChoiceField(label="Wat is deze persoon voor hem?", choices=[("", "Kies"), *Tie.choices])
    closeness = forms.ChoiceField(
        label="Hoe dichtbij is deze persoon voor hem?",
        choices=Closeness.choices,
        initial=Closeness.UNKNOWN,
        widget=forms.RadioSelect,
    )
    influence = forms.ChoiceField(
        label="Steunt deze persoon hem?",
        choices=Influence.choices,
        initial=Influence.UNKNOWN,
        widget=forms.RadioSelect,
    )
    helps_with = forms.CharField(
        label="Waarmee helpt deze persoon?",
        required=False,
        widget=FEW_LINES,
        help_text="Bijvoorbeeld: hij kan daar eten, en ze belt hem op zondag.",
    )
    may_call = forms.ChoiceField(
        label="Mag u deze persoon bellen?",
        choices=MayCall.choices,
        initial=MayCall.NOT_ASKED,
        widget=forms.RadioSelect,
    )
    phone = forms.CharField(
        label="Telefoonnummer",
        required=False,
        help_text="Alleen als u mag bellen. Bijvoorbeeld 06 12 34 56 78.",
    )
    no_contact = forms.ChoiceField(
        label="Is er een reden voor geen contact?",
        choices=NoContact.choices,
        initial=NoContact.NOTHING_TOLD,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Waarom?", required=False, widget=FEW_LINES, help_text=MAY_BE_READ)
    reason_source = forms.CharField(
        label="Van wie weet u dit, of waar staat het?",
        required=False,
        help_text="Bijvoorbeeld: vonnis van 3 mei 2026, of: hij vertelde het zelf.",
    )
    since = DateField(label="Sinds wanneer kent hij deze persoon?", required=False, widget=forms.TextInput)
    ended_on = DateField(
        label="Sinds welke dag is deze persoon niet meer in zijn leven?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen als het voorbij is. Wat u weet, blijft bewaard.",
    )
    ended_words = forms.CharField(label="Wat gebeurde er?", required=False, widget=FEW_LINES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.fact is None:  # who is told of for the first time is in his life
            del self.fields["ended_on"], self.fields["ended_words"]

    @property
    def account(self) -> NetworkAccount:
        """What was told, as typed. Raises NotValid beside a number that cannot exist."""
        known = {one.name for one in fields(NetworkAccount)}
        typed = {name: value for name, value in self.cleaned_data.items() if name in known}
        told_on = self.fact.happened_on if self.fact else self.on
        return NetworkAccount(**typed | {"happened_on": told_on, "phone": clean_phone(typed["phone"])})

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of somebody who is told better."""
        return super().again(fact) | {"phone": written_phone(fact.phone)}
