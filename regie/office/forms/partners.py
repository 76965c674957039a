"""Asking a partner in."""

from typing import Any

from django import forms

from regie.office.forms.inviting import MAIL, PAPER
from regie.partners.models import Professional
from regie.ui.verb_form import VerbForm


class ProfessionalField(forms.ModelChoiceField):
    """Somebody of the map, with his organisation and by which address he is asked in."""

    def label_from_instance(self, obj: Any) -> str:
        """Els Janssen, Kredietbank Limburg (els@example.nl)."""
        place = f", {obj.organisation}" if obj.organisation else ""
        return f"{obj.name}{place} ({obj.email})"


class InvitingPartnerForm(VerbForm):
    """Whom of the map, and how the code reaches him."""

    professional = ProfessionalField(
        label="Wie nodigt u uit?",
        queryset=Professional.objects.none(),
        to_field_name="ref",
        empty_label="Kies iemand",
        error_messages={"invalid_choice": "Deze professional staat niet in uw lijst. Kies opnieuw."},
        help_text="Alleen wie met een e-mailadres op de sociale kaart staat, en nog geen account heeft.",
    )
    way = forms.ChoiceField(
        label="Hoe krijgt de partner de uitnodiging?",
        choices=[(MAIL, "Per mail"), (PAPER, "Op papier: u drukt een brief af")],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, professionals: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["professional"].queryset = professionals
