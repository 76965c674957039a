"""What was done with a term."""

from typing import Any

from django import forms

from regie.clocks.enums import HandlingKind
from regie.clocks.models.handling import HandlingAccount
from regie.clocks.rules import LONGEST_WORDS
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

CHOICES = (
    (HandlingKind.DONE, "Het is gedaan"),
    (HandlingKind.NOT_NEEDED, "Het is niet nodig"),
    (HandlingKind.PUT_OFF, "Later: stel het uit"),
)


OPEN_AGAIN = ("open", "Toch niet: het staat nog open")


class HandlingForm(VerbForm):
    """Done, not needed, or (of what can wait) put off; why, and until when. What was said can be taken back."""

    kind = forms.ChoiceField(
        label="Wat is er gebeurd?", choices=CHOICES, initial=HandlingKind.DONE, widget=forms.RadioSelect
    )
    happened_on = DateField(label="Op welke dag?", widget=forms.TextInput)
    words = forms.CharField(
        label="Waarom?",
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nodig als het niet nodig is, of als u het uitstelt.",
    )
    until = DateField(
        label="Uitstellen tot welke dag?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen als u het uitstelt. Die dag staat het er weer.",
    )

    def __init__(self, *args: Any, can_wait: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        again = [OPEN_AGAIN] if self.version is not None else []
        kind.choices = [*(one for one in CHOICES if can_wait or one[0] != HandlingKind.PUT_OFF), *again]
        if not can_wait:
            del self.fields["until"]
            self.fields["words"].help_text = "Nodig als het niet nodig is."

    @property
    def opens_again(self) -> bool:
        """Whether he takes back what was said before."""
        return bool(self.cleaned_data["kind"] == OPEN_AGAIN[0])

    @property
    def account(self) -> HandlingAccount:
        """What was told."""
        typed = self.cleaned_data
        kind = HandlingKind(typed["kind"])
        until = typed.get("until") if kind is HandlingKind.PUT_OFF else None
        return HandlingAccount(kind, typed["happened_on"], until, typed["words"])
