"""Changing one local setting, from a day, with a reason."""

from typing import Any

from django import forms

from regie.approach.actions import Change
from regie.approach.enums import Layer
from regie.approach.rules import Holding, OneOf, Whole
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

OWN, FOLLOW = "own", "follow"


class ChangeForm(VerbForm):
    """What it becomes here, from when, and why; or that the municipality follows the layer above again."""

    way = forms.ChoiceField(
        label="Wat wilt u?",
        choices=[(OWN, "Een eigen regel"), (FOLLOW, "Geen eigen regel meer: wij volgen de laag erboven")],
        widget=forms.RadioSelect,
    )
    value: forms.Field = forms.CharField()
    valid_from = DateField(label="Vanaf welke dag?", widget=forms.TextInput)
    reason = forms.CharField(
        label="Waarom?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit staat bij de regel op de pagina Aanpak.",
    )

    def __init__(self, *args: Any, holding: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holding = holding
        if holding.layer is not Layer.LOCAL:
            del self.fields["way"]
        self.fields["value"] = _field(holding)

    def clean(self) -> dict[str, Any]:
        """Asks for a value only when there is to be an own rule."""
        typed = super().clean() or self.cleaned_data
        if self._follows():
            self.errors.pop("value", None)
        return typed

    @property
    def change(self) -> Change:
        """What was decided, as typed."""
        typed = self.cleaned_data
        value = None if self._follows() else typed["value"]
        return Change(self.holding.rule.code, value, typed["reason"], typed["valid_from"])

    def _follows(self) -> bool:
        return self.cleaned_data.get("way") == FOLLOW


def _field(holding: Holding) -> forms.Field:
    """The question for a value of this kind; lists are changed with a file."""
    kind, value = holding.setting.kind, holding.rule.value
    if isinstance(kind, OneOf):
        return forms.ChoiceField(
            label=holding.title,
            error_messages={"required": "Kies een antwoord."},
            choices=kind.choices.choices,
            initial=str(value),
            widget=forms.RadioSelect,
        )
    assert isinstance(kind, Whole)
    return forms.IntegerField(
        label=f"{holding.title} ({kind.unit})",
        initial=value,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages={"invalid": "Vul een heel getal in, alleen cijfers.", "required": "Vul dit in."},
    )
