"""On which number those whom somebody guides can call him."""

from django import forms

from regie.ui.verb_form import VerbForm


class PhoneForm(VerbForm):
    """One number; empty is none."""

    phone = forms.CharField(
        label="Uw werknummer",
        required=False,
        max_length=40,
        help_text="Bijvoorbeeld 06 12 34 56 78. Leeg: dan staan er puntjes, om het met de pen op te schrijven.",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
