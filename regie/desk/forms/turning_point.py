"""Telling a turning point."""

from typing import Any

from django import forms

from regie.trajectories.models.turning_point import TurningPointAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


class TurningPointForm(VerbForm):
    """A day, a few words, and, the first time, who told it."""

    read_by_him = ("words",)

    happened_on = DateField(label="Wanneer was het?", widget=forms.TextInput)
    words = forms.CharField(
        label="Wat veranderde er?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Eén of twee zinnen, zo dat de jongere het zelf mag lezen. "
        "Bijvoorbeeld: Hij belde zijn moeder weer.",
    )
    source = forms.CharField(
        label="Van wie weet u dit?",
        required=False,
        max_length=200,
        help_text="Was u er zelf bij? Laat dit leeg.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.version is not None:
            del self.fields["source"]

    @property
    def account(self) -> TurningPointAccount:
        """What was told, as typed."""
        return TurningPointAccount(self.cleaned_data["happened_on"], self.cleaned_data["words"].strip())
