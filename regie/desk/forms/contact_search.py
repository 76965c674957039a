"""Looking for what was told of contact."""

from typing import Any

from django import forms

from regie.base.errors import NotValid
from regie.contacts.rules import Sought, sought_by


class ContactSearchForm(forms.Form):
    """One box for words; what they mean is in `sought` once it is valid. It is sent, never put in the address."""

    text = forms.CharField(
        label="Welke woorden zoekt u?",
        help_text="Alle woorden moeten in één contact staan. ‘Schuld’ vindt ook ‘schulden’.",
        error_messages={"required": "Typ een woord waarop u wilt zoeken."},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sought: Sought | None = None

    def clean_text(self) -> str:
        """Reads what was typed; says so when there is nothing to search by."""
        text: str = self.cleaned_data["text"]
        try:
            self.sought = sought_by(text)
        except NotValid as error:
            raise forms.ValidationError(error.sentence) from None
        return text
