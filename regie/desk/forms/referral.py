"""Writing a referral down, and recognising somebody we know already."""

from typing import Any

from django import forms

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.desk.forms.verb_form import VerbForm
from regie.desk.pages.words import written
from regie.persons.enums import Likeness
from regie.persons.models import Person
from regie.persons.rules import Identity, check_name, clean_bsn
from regie.trajectories.actions import Telling
from regie.trajectories.queries import Candidate, candidates, was_registered
from regie.ui.forms import Choice, ChoiceCards, DateField

NEW = "new"
LONG = forms.Textarea(attrs={"rows": 5})


class ReferralForm(VerbForm):
    """Who it is, who tells us, and what they told; only a name and the teller are needed."""

    given_names = forms.CharField(label="Voornaam", max_length=100, required=False, help_text="Een voornaam of een achternaam is genoeg.")
    family_name = forms.CharField(
        label="Achternaam", max_length=100, required=False, help_text="Met tussenvoegsel: van der Berg."
    )
    birth_date = DateField(label="Geboortedatum", required=False, widget=forms.TextInput)
    bsn = forms.CharField(
        label="BSN", max_length=20, required=False, help_text="Alleen als het in de aanmelding staat."
    )
    same_person = forms.CharField(label="Is dit dezelfde jongere?", required=False, widget=ChoiceCards)
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
    municipality = forms.ModelChoiceField(
        label="Gemeente", queryset=Municipality.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, viewer: Actor, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.found: list[Candidate] = []
        if not self.is_bound:
            del self.fields["same_person"]
        place: Any = self.fields["municipality"]
        place.queryset = municipalities
        if len(municipalities) == 1:
            place.initial, place.widget = municipalities[0].pk, forms.HiddenInput()

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
            typed["referred_by"],
            typed["happened_on"],
            typed["detained_since"],
            typed["facility"],
            typed["told"],
        )

    @property
    def who(self) -> Identity | Person:
        """The young person we know already, when that was chosen; else who was typed."""
        chosen = self.cleaned_data.get("same_person")
        known = (found.person for found in self.found if found.person and str(found.person.ref) == chosen)
        return next(known, self.identity)

    def clean_bsn(self) -> str:
        """Holds the BSN to the elfproef."""
        try:
            return clean_bsn(self.cleaned_data["bsn"])
        except NotValid as error:
            raise forms.ValidationError(error.sentence) from None

    def clean(self) -> dict[str, Any]:
        """Asks for a name, and whether this is somebody we know."""
        typed = super().clean() or self.cleaned_data
        if not self.errors.keys() & {"given_names", "family_name"}:
            self._check_name()
        self._recognise(typed)
        return typed

    def _check_name(self) -> None:
        try:
            check_name(self.identity.given_names, self.identity.family_name)
        except NotValid as error:
            self.add_error(error.field, error.sentence)

    def _recognise(self, typed: dict[str, Any]) -> None:
        """Searches before anything is made; the choice stands in the form itself, nothing blocks."""
        if typed.get("municipality") and not was_registered(typed.get("submission")):
            self.found = candidates(
                self.identity, municipality_id=typed["municipality"].pk, viewer=self.viewer
            )
        if not self.found:
            del self.fields["same_person"]
            return
        choices = self._choices()
        self.fields["same_person"].required = True  # said on the page; nothing is checked again
        widget: Any = self.fields["same_person"].widget
        widget.choices = choices
        if any(found.likeness is Likeness.SAME and not found.person for found in self.found):
            self.add_error("bsn", f"Dit BSN staat al bij een jongere in uw gemeente. {self._colleague()}")
        elif typed.get("same_person") not in {value for value, _ in choices}:
            self.add_error("same_person", "We kennen iemand die hierop lijkt. Kies of het dezelfde is.")

    def _choices(self) -> list[tuple[str, Choice]]:
        known = [
            (str(found.person.ref), _choice(found.person, found)) for found in self.found if found.person
        ]
        if any(found.likeness is Likeness.SAME for found in self.found):
            return known
        hidden = any(not found.person for found in self.found)
        why = (f"Er is al iemand met deze naam en geboortedatum. {self._colleague()}",) if hidden else ()
        return [*known, (NEW, Choice("Nee, dit is iemand anders", lines=why))]

    def _colleague(self) -> str:
        names = sorted({found.officer for found in self.found if not found.person and found.officer})
        return f"Overleg met {', '.join(names)}." if names else "Overleg met uw coördinator."


def _choice(person: Person, found: Candidate) -> Choice:
    lines = [f"Geboren {written(person.birth_date)}" if person.birth_date else "Geboortedatum niet bekend"]
    lines += [f"Begeleid door {found.officer}"] if found.officer else []
    badge = "Zelfde BSN" if found.likeness is Likeness.SAME else ""
    return Choice(f"Ja, dit is {person}", lines=tuple(lines), badge=badge)
