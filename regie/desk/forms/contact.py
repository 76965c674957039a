"""Logging a moment of contact."""

from django import forms

from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models.contact_moment import Account
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm


class ContactForm(VerbForm):
    """One box, one day and two choices."""

    read_by_him = ("words",)

    outcome = forms.ChoiceField(
        label="Hadden jullie contact?", choices=Outcome.choices, widget=forms.RadioSelect
    )
    kind = forms.ChoiceField(label="Hoe?", choices=ContactKind.choices, widget=forms.RadioSelect)
    happened_on = DateField(label="Wanneer?", widget=forms.TextInput)
    words = forms.CharField(
        label="Wat wilt u onthouden?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Schrijf het zo op dat de jongere het zelf mag lezen.",
    )

    @property
    def account(self) -> Account:
        """What was told, as typed."""
        typed = self.cleaned_data
        return Account(
            typed["happened_on"],
            ContactKind(typed["kind"]),
            Outcome(typed["outcome"]),
            typed["words"].strip(),
        )
