"""Afwezigheid: who is away, who covers, and what must be known."""

from typing import Any

from django import forms

from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

Choices = list[tuple[int, str]]


class AbsenceForm(VerbForm):
    """Who is away from which day until he is back, and who covers for him."""

    post = forms.TypedChoiceField(label="Wie is afwezig?", coerce=int)
    substitute = forms.TypedChoiceField(label="Wie vervangt?", coerce=int)
    since = DateField(label="Eerste dag afwezig", widget=forms.TextInput)
    until = DateField(
        label="Eerste dag weer aan het werk",
        widget=forms.TextInput,
        help_text="Vanaf deze dag ziet de vervanger deze jongeren niet meer.",
    )

    def __init__(self, *args: Any, absent: Choices, substitutes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("post", absent), ("substitute", substitutes)):
            field: Any = self.fields[name]
            field.choices = [("", "Kies een officier"), *choices]
            field.error_messages["invalid_choice"] = "Deze collega is hier geen officier. Kies een ander."
        if len(absent) == 1:
            self.fields["post"].initial = absent[0][0]


class MustKnowForm(VerbForm):
    """What the substitute must know of one young person."""

    read_by_him = ("words",)

    words = forms.CharField(
        label="Dit moet uw vervanger weten",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Schrijf zo dat de jongere het zelf mag lezen.",
    )
