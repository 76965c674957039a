"""What was told to whom is involved, in one line: to whom, why and what for are known already."""

from django import forms

from regie.trajectories.enums import DisclosureChannel
from regie.trajectories.rules import LONGEST_WHAT
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm


class ToldToInvolvedForm(VerbForm):
    """What, how, and on which day."""

    read_by_him = ("what",)

    what = WordsField(
        label="Wat is er verteld?",
        longest=LONGEST_WHAT,
        lines=2,
        help_text="Niet meer dan nodig. Schrijf het zo op dat hij het zelf mag lezen.",
    )
    channel = forms.ChoiceField(label="Hoe?", choices=DisclosureChannel.choices, widget=forms.RadioSelect)
    happened_on = DateField(label="Wanneer?", widget=forms.TextInput)
