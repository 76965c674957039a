"""Taking a young person on."""

from django import forms

from regie.desk.forms.verb_form import VerbForm
from regie.ui.forms import DateField


class AcceptanceForm(VerbForm):
    """Until when the guidance is planned: two years from today, or longer."""

    planned_end = DateField(
        label="Begeleiding loopt minstens tot",
        widget=forms.TextInput,
        help_text="Twee jaar is het minste. Langer mag ook.",
    )
