"""Giving and ending a role, and the pages that are nothing but a button."""

from typing import Any

from django import forms

from regie.accounts.enums import Role
from regie.accounts.models import Municipality
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


class RoleForm(VerbForm):
    """Which role, where, and in which period."""

    role = forms.ChoiceField(label="Welke rol?", choices=Role.choices, widget=forms.RadioSelect)
    municipality = forms.ModelChoiceField(
        label="Gemeente", queryset=Municipality.objects.none(), empty_label=None
    )
    since = DateField(label="Vanaf welke dag?", widget=forms.TextInput)
    until = DateField(
        label="Tot welke dag?",
        required=False,
        widget=forms.TextInput,
        help_text="Op deze dag mag de collega het niet meer. Laat leeg als u het einde nog niet weet.",
    )

    def __init__(self, *args: Any, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_which("municipality", municipalities)

    @property
    def given(self) -> dict[str, Any]:
        """What the verb wants to know."""
        typed = self.cleaned_data
        names = ("municipality", "since", "until")
        return {"role": Role(typed["role"])} | {name: typed[name] for name in names}


class EndForm(VerbForm):
    """On which day a role ends."""

    until = DateField(
        label="Vanaf welke dag niet meer?",
        widget=forms.TextInput,
        help_text="Vandaag, of een latere dag. Bijvoorbeeld 31-12-2026.",
    )


class ButtonForm(VerbForm):
    """Nothing but the button."""
