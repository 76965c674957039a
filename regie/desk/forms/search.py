"""Looking for a young person by what somebody remembers of him."""

from datetime import date
from typing import Any

from django import forms

from regie.base.errors import NotValid
from regie.persons.rules import Sought, sought_by

LONGEST = 200


class SearchForm(forms.Form):
    """One box for a name, a birth date or a BSN; what it means is in `sought` once it is valid.

    It is always sent, never put in the address: a name does not belong in an address, a log or a browser's history.
    """

    text = forms.CharField(
        label="Wie zoekt u?",
        max_length=LONGEST,
        help_text="Een naam (of een deel ervan), een geboortedatum of een BSN.",
        error_messages={
            "required": "Typ een naam, een geboortedatum of een BSN.",
            "max_length": "Dit is te lang. Typ alleen een naam, een geboortedatum of een BSN.",
        },
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.sought: Sought | None = None

    def clean_text(self) -> str:
        """Reads what was typed; says so when there is nothing to search by."""
        text: str = self.cleaned_data["text"]
        try:
            self.sought = sought_by(text, on=self.on)
        except NotValid as error:
            raise forms.ValidationError(error.sentence) from None
        return text
