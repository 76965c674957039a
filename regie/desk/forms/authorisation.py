"""For what he gives leave, until when, and that he stops it."""

from typing import Any
from uuid import UUID

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.enums import Lasts
from regie.plans.queries import authorisations_of
from regie.plans.rules import LONGEST_PARTY, AuthorisationAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

NONE = "none"


class AuthorisationForm(ToldForm):
    """With whom and for what first; signing may come later."""

    read_by_him = ("scope",)

    party = forms.CharField(
        label="Bij welke organisatie?",
        max_length=LONGEST_PARTY,
        help_text="Bijvoorbeeld: Kredietbank Limburg, of zijn zorgverzekeraar.",
    )
    scope = forms.CharField(
        label="Waarvoor geeft hij u een machtiging?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf het op zoals hij het begrijpt. Bijvoorbeeld: bellen over mijn schulden.",
    )
    happened_on = DateField(label="Wanneer hebt u dit besproken?", widget=forms.TextInput)
    signed_on = DateField(
        label="Wanneer heeft hij getekend?",
        required=False,
        widget=forms.TextInput,
        help_text="Nog niet getekend? Laat dit leeg. Vul het later aan.",
    )
    lasts = forms.ChoiceField(
        label="Hoe lang geldt de machtiging?",
        choices=Lasts.choices,
        widget=forms.RadioSelect,
        help_text="Hij mag haar altijd stoppen, wat u hier ook kiest.",
    )
    until = DateField(label="Wat is de laatste dag?", required=False, widget=forms.TextInput)
    stopped_on = DateField(
        label="Wanneer stopte hij haar?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen als hij de machtiging heeft gestopt.",
    )
    replaces = forms.ChoiceField(
        label="Komt deze in de plaats van een andere?",
        help_text="Wat op de oude rust, rust dan op deze.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.fact is None:
            del self.fields["stopped_on"]
        others = [one for one in authorisations_of(self.trajectory) if not _is_gone(one, self.fact)]
        replaces: Any = self.fields["replaces"]
        replaces.choices = [(NONE, "Nee"), *((str(one.ref), one.account.party) for one in others)]
        replaces.initial = NONE
        if not others:
            del self.fields["replaces"]

    @property
    def account(self) -> AuthorisationAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        replaces = typed.get("replaces", NONE)
        return AuthorisationAccount(
            typed["happened_on"],
            typed["party"],
            typed["scope"],
            Lasts(typed["lasts"]),
            typed["signed_on"],
            typed["until"],
            typed.get("stopped_on"),
            None if replaces == NONE else UUID(replaces),
        )

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of one that is told better."""
        return super().again(fact) | {"replaces": str(fact.replaces or NONE)}


def _is_gone(paper: Any, fact: Any) -> bool:
    return paper.taken_back_on is not None or (fact is not None and paper.ref == fact.ref)


class StopForm(VerbForm):
    """The day on which he stops it."""

    stopped_on = DateField(label="Wanneer zei hij dit?", widget=forms.TextInput)
