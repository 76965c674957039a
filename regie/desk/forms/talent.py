"""What he is good at, or likes to do."""

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.enums import SaidBy
from regie.plans.rules import LONGEST_TALENT, TalentAccount
from regie.ui.forms import DateField, WordsField


class TalentForm(ToldForm):
    """In words first; then who says so, and when."""

    read_by_him = ("words",)

    words = WordsField(
        label="Waar is hij goed in, of wat doet hij graag?",
        longest=LONGEST_TALENT,
        lines=3,
        help_text="Bijvoorbeeld: Hij kookt voor het hele gezin.",
    )
    said_by = forms.ChoiceField(
        label="Wie zegt dit?", choices=SaidBy, initial=SaidBy.UNKNOWN, widget=forms.RadioSelect
    )
    happened_on = DateField(label="Wanneer hoorde of zag u dit?", widget=forms.TextInput)

    @property
    def account(self) -> TalentAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return TalentAccount(typed["happened_on"], typed["words"], SaidBy(typed["said_by"]))
