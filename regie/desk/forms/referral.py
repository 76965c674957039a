"""Writing a referral down, and recognising somebody we know already."""

from typing import Any

from django import forms

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.desk.forms.telling import TellingForm
from regie.persons.enums import Likeness
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.trajectories.queries import Candidate, candidates, was_registered
from regie.ui.forms import Choice, ChoiceCards
from regie.ui.words import written

NEW = "new"


class ReferralForm(TellingForm):
    """A new referral; when it looks like somebody we know, the form asks whether it is him."""

    same_person = forms.CharField(label="Is dit dezelfde jongere?", required=False, widget=ChoiceCards)
    municipality = forms.ModelChoiceField(
        label="Gemeente", queryset=Municipality.objects.none(), empty_label=None
    )
    field_order: tuple[str, ...] = ("given_names", "family_name", "birth_date", "bsn", "same_person")

    def __init__(self, *args: Any, viewer: Actor, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.found: list[Candidate] = []
        if not self.is_bound:
            del self.fields["same_person"]
        self.ask_which("municipality", municipalities)

    @property
    def who(self) -> Identity | Person:
        """The young person we know already, when that was chosen; else who was typed."""
        chosen = self.cleaned_data.get("same_person")
        known = (found.person for found in self.found if found.person and str(found.person.ref) == chosen)
        return next(known, self.identity)

    def clean(self) -> dict[str, Any]:
        """Searches before anything is made."""
        typed = super().clean()
        self._recognise(typed)
        return typed

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
