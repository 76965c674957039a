"""The code of a link."""

from django import forms

from regie.ui.verb_form import VerbForm


class LinkCodeForm(VerbForm):
    """What was told by telephone."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        help_text="Acht letters en cijfers. Streepjes en spaties mag u weglaten.",
    )
