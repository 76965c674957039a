"""What a referral tells: who it is, and what we heard of him."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from django import forms

from regie.base.errors import NotValid
from regie.persons.rules import Identity, check_name, clean_bsn
from regie.trajectories.actions import Telling
from regie.trajectories.models import Referral
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

LONG = forms.Textarea(attrs={"rows": 5})


class TellingForm(VerbForm):
    """Who it is, who tells us, and what they told; only a name and the teller are needed."""

    read_by_him = ("told",)

    given_names = forms.CharField(
        label="Voornaam",
        max_length=100,
        required=False,
        help_text="Een voornaam of een achternaam is genoeg.",
    )
    family_name = forms.CharField(
        label="Achternaam", max_length=100, required=False, help_text="Met tussenvoegsel: van der Berg."
    )
    birth_date = DateField(label="Geboortedatum", required=False, widget=forms.TextInput)
    bsn = forms.CharField(
        label="BSN", max_length=20, required=False, help_text="Alleen als het in de aanmelding staat."
    )
    referred_by = forms.CharField(
        label="Wie meldt aan?",
        max_length=200,
        help_text="Bijvoorbeeld: casemanager van PI Sittard, Els Janssen.",
    )
    happened_on = DateField(label="Aangemeld op", widget=forms.TextInput)
    detained_since = DateField(label="In detentie sinds", required=False, widget=forms.TextInput)
    facility = forms.CharField(
        label="In welke inrichting?", max_length=120, required=False, help_text="Bijvoorbeeld: PI Sittard."
    )
    told = forms.CharField(
        label="Wat werd er verteld?",
        required=False,
        widget=LONG,
        help_text="Schrijf het zo op dat de jongere het zelf mag lezen.",
    )

    @property
    def identity(self) -> Identity:
        """Who it is, as typed."""
        typed = self.cleaned_data.get
        return Identity(
            typed("given_names", ""), typed("family_name", ""), typed("birth_date"), typed("bsn", "")
        )

    @property
    def telling(self) -> Telling:
        """What we were told, as typed."""
        typed = self.cleaned_data
        return Telling(
            referred_by=typed["referred_by"],
            happened_on=typed["happened_on"],
            detained_since=typed["detained_since"],
            facility=typed["facility"],
            told=typed["told"],
        )

    def clean_bsn(self) -> str:
        """Holds the BSN to the elfproef."""
        try:
            return clean_bsn(self.cleaned_data["bsn"])
        except NotValid as error:
            raise forms.ValidationError(error.sentence) from None

    def clean(self) -> dict[str, Any]:
        """Asks for a name."""
        typed = super().clean() or self.cleaned_data
        if not self.errors.keys() & {"given_names", "family_name"}:
            self._check_name()
        return typed

    def _check_name(self) -> None:
        try:
            check_name(self.identity.given_names, self.identity.family_name)
        except NotValid as error:
            self.add_error(error.field, error.sentence)


def as_typed(referral: Referral) -> dict[str, Any]:
    """A referral as somebody would have typed it."""
    told = {name: getattr(referral, name) for name in (field.name for field in fields(Telling))}
    values = asdict(referral.person.identity) | told
    return {name: f"{value:%d-%m-%Y}" if isinstance(value, date) else value for name, value in values.items()}
