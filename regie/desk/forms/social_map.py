"""Finding, adding and changing what stands on the social map."""

from typing import Any

from django import forms

from regie.accounts.models import Municipality
from regie.desk.forms.pasted import PastedForm
from regie.partners.enums import FACILITIES, OrganisationKind, ProfessionalRole
from regie.partners.models import Organisation, ProfessionalAccount
from regie.partners.rules import OrganisationAccount
from regie.ui.verb_form import VerbForm

ALL = [("", "Alles")]
PARTNERS = [(kind.value, kind.label) for kind in OrganisationKind if kind not in FACILITIES]
NOTE_HELP = "Bijvoorbeeld: bereikbaar tot 12 uur. Zet hier niets over jongeren."


class FilterForm(forms.Form):
    """What to look for; every answer is one of a list, so that an address tells nothing of anybody."""

    brief = True

    soort = forms.ChoiceField(
        label="Soort organisatie", required=False, choices=ALL + OrganisationKind.choices
    )
    wijk = forms.ChoiceField(label="Wijk", required=False)
    rol = forms.ChoiceField(label="Rol", required=False, choices=ALL + ProfessionalRole.choices)
    inrichting = forms.ChoiceField(label="Inrichting", required=False)

    def __init__(
        self, *args: Any, districts: list[str], facilities: list[tuple[str, str]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        district: Any = self.fields["wijk"]
        district.choices = ALL + [(name, name) for name in districts]
        if facilities is None:
            del self.fields["rol"], self.fields["inrichting"]
        else:
            place: Any = self.fields["inrichting"]
            place.choices = ALL + facilities

    @property
    def asked(self) -> dict[str, str]:
        """What was chosen and can be; what is not on a list asks for everything."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


class ListingForm(VerbForm):
    """What every entry tells."""

    brief = True

    name = forms.CharField(label="Naam", max_length=120)
    phone = forms.CharField(label="Telefoon", required=False, max_length=60)
    email = forms.CharField(label="E-mail", required=False, max_length=254)
    district = forms.CharField(label="Wijk", required=False, max_length=80)
    note = forms.CharField(
        label="Bijzonderheden",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NOTE_HELP,
    )
    municipality = forms.ModelChoiceField(
        label="Kaart van gemeente", queryset=Municipality.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_which("municipality", municipalities)


class DoubtForm(VerbForm):
    """What is wrong with an entry; it may stay empty."""

    brief = True

    words = forms.CharField(
        label="Wat klopt er niet?",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Dit mag leeg blijven.",
    )


class DuplicateForm(VerbForm):
    """What somebody decides of two entries that may be one."""

    THIS, OTHER, APART = "this", "other", "apart"

    other = forms.ModelChoiceField(queryset=Organisation.objects.none(), to_field_name="ref")
    what = forms.ChoiceField(
        choices=[(THIS, "Deze blijft"), (OTHER, "De andere blijft"), (APART, "Geen dubbele")]
    )

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["other"]
        field.queryset = others


class BringingInForm(PastedForm):
    """A list of partners; `sure` when its report was read."""

    pasted = "lines"
    both = "Plak een lijst of kies een bestand, niet allebei."
    neither = "Plak een lijst, of kies een bestand."

    lines = forms.CharField(
        label="De lijst",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Plak de lijst met een kopregel, bijvoorbeeld: naam;soort;telefoon;e-mail;plaats;wijk",
    )
    file = forms.FileField(label="Of een bestand", required=False, help_text="CSV, niet groter dan 5 MB.")
    municipality = forms.ModelChoiceField(
        label="Kaart van gemeente", queryset=Municipality.objects.none(), empty_label=None
    )
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)


class OrganisationForm(ListingForm):
    """A partner of the municipality."""

    kind = forms.ChoiceField(label="Soort organisatie", choices=PARTNERS)
    site = forms.CharField(label="Website", required=False, max_length=200)
    address = forms.CharField(label="Adres", required=False, max_length=120)
    place = forms.CharField(label="Plaats", required=False, max_length=80)
    emergency = forms.CharField(
        label="Noodadres: wanneer bereikbaar?",
        required=False,
        max_length=80,
        help_text="Alleen voor wie direct helpt. Bijvoorbeeld: dag en nacht. Anders leeg laten.",
    )
    field_order = (
        "name", "kind", "phone", "emergency", "email", "site", "address", "place", "district", "note", "municipality",
    )  # fmt: skip

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)

    @property
    def account(self) -> OrganisationAccount:
        """What was told."""
        typed = {name: self.cleaned_data[name] for name in OrganisationAccount.__dataclass_fields__}
        return OrganisationAccount(**typed | {"kind": OrganisationKind(typed["kind"])})


class ProfessionalForm(ListingForm):
    """Somebody who works at a partner or for a facility."""

    role = forms.ChoiceField(label="Rol", choices=ProfessionalRole.choices)
    organisation = forms.ModelChoiceField(
        label="Werkt bij", queryset=Organisation.objects.none(), required=False, empty_label="Niet bekend"
    )
    facility = forms.ModelChoiceField(
        label="Werkt voor inrichting",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="Geen",
    )
    field_order = (
        "name", "role", "organisation", "facility", "phone", "email", "district", "note", "municipality",
    )  # fmt: skip

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["district"].label = "Werkt voor wijk"
        at: Any = self.fields["organisation"]
        at.queryset = organisations.filter(municipality__isnull=False)
        inside: Any = self.fields["facility"]
        inside.queryset = organisations.filter(municipality__isnull=True)

    @property
    def account(self) -> ProfessionalAccount:
        """What was told."""
        typed = {name: self.cleaned_data[name] for name in ProfessionalAccount.__dataclass_fields__}
        return ProfessionalAccount(**typed | {"role": ProfessionalRole(typed["role"])})
