"""Inviting a colleague."""

from typing import Any

from django import forms

from regie.accounts.enums import Role
from regie.accounts.models import Municipality
from regie.ui.verb_form import VerbForm

MAIL, PAPER = "mail", "paper"


class InvitingForm(VerbForm):
    """Who, for which role, and how the code reaches him."""

    name = forms.CharField(label="Naam", max_length=200)
    email = forms.EmailField(
        label="E-mailadres van het werk",
        error_messages={"invalid": "Dit is geen e-mailadres. Vul het zo in: naam@gemeente.nl."},
        help_text="Hiermee logt de collega straks in.",
    )
    municipality = forms.ModelChoiceField(
        label="Gemeente", queryset=Municipality.objects.none(), empty_label=None
    )
    role = forms.ChoiceField(label="Welke rol?", choices=Role.choices, widget=forms.RadioSelect)
    way = forms.ChoiceField(
        label="Hoe krijgt de collega de uitnodiging?",
        choices=[(MAIL, "Per mail"), (PAPER, "Op papier: u drukt een brief af")],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_which("municipality", municipalities)

    @property
    def asked(self) -> dict[str, Any]:
        """What the verb wants to know."""
        typed = self.cleaned_data
        return {
            "municipality": typed["municipality"],
            "role": Role(typed["role"]),
            "name": typed["name"],
            "email": typed["email"],
            "submission": typed["submission"],
        }


class WithdrawingForm(VerbForm):
    """Nothing but the button."""
