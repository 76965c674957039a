"""To which address a link for one request goes."""

from django import forms

from regie.requests.rules import LONGEST_ADDRESS
from regie.ui.verb_form import VerbForm


class RequestLinkForm(VerbForm):
    """One address; it is told beside it when it cannot be one."""

    email = forms.CharField(
        label="Naar welk e-mailadres?",
        max_length=LONGEST_ADDRESS,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="Van wie u het vraagt. In de mail staat niets over de jongere.",
    )
