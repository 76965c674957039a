"""What became of a wish, and what he says of it."""

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.enums import WishOutcome
from regie.plans.rules import LONGEST_FOLLOW_UP, WishFollowUpAccount
from regie.ui.forms import DateField, WordsField


class WishFollowUpForm(ToldForm):
    """How it stands with his wish, in his own words too, and when he was asked."""

    read_by_him = ("words",)

    outcome = forms.ChoiceField(
        label="Hoe is het nu met deze wens?", choices=WishOutcome, widget=forms.RadioSelect
    )
    words = WordsField(
        label="Wat zegt hij er zelf over?",
        required=False,
        longest=LONGEST_FOLLOW_UP,
        help_text="In zijn eigen woorden. Wil hij nu iets anders? Leg dat daarna vast als nieuwe wens.",
    )
    happened_on = DateField(label="Wanneer was dit?", widget=forms.TextInput)

    @property
    def account(self) -> WishFollowUpAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return WishFollowUpAccount(typed["happened_on"], WishOutcome(typed["outcome"]), typed["words"])
