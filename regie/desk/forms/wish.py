"""What he wants, in his own words."""

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.rules import LONGEST_PLACE, WishAccount
from regie.ui.forms import DateField


class WishForm(ToldForm):
    """His words first; when and where he said it."""

    words = forms.CharField(
        label="Wat wil hij?",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In zijn eigen woorden. Bijvoorbeeld: Ik wil een eigen kamer, en mijn dochter zien.",
    )
    happened_on = DateField(label="Wanneer zei hij dit?", widget=forms.TextInput)
    place = forms.CharField(
        label="Waar zei hij dit?",
        required=False,
        max_length=LONGEST_PLACE,
        help_text="Bijvoorbeeld: op bezoek in PI Sittard.",
    )

    @property
    def account(self) -> WishAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return WishAccount(typed["happened_on"], typed["words"], typed["place"])
