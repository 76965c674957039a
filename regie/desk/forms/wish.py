"""What he wants, in his own words."""

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.rules import LONGEST_PLACE, LONGEST_WISH, WishAccount
from regie.ui.forms import DateField, WordsField


class WishForm(ToldForm):
    """His words first; when and where he said it."""

    read_by_him = ("words",)

    words = WordsField(
        label="Wat wil hij?",
        longest=LONGEST_WISH,
        help_text="In zijn eigen woorden. Bijvoorbeeld: Ik wil een eigen kamer, en mijn dochter zien.",
    )
    happened_on = DateField(label="Wanneer zei hij dit?", widget=forms.TextInput)
    place = WordsField(
        label="Waar zei hij dit?",
        required=False,
        longest=LONGEST_PLACE,
        lines=1,
        help_text="Bijvoorbeeld: op bezoek in PI Sittard.",
    )

    @property
    def account(self) -> WishAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return WishAccount(typed["happened_on"], typed["words"], typed["place"])
