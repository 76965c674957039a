"""A warm transfer: what the next officer must know, what is done of the list, and how they spoke with him."""

from collections.abc import Mapping
from typing import Any

from django import forms

from regie.approach.rules import Approach
from regie.desk.forms.told import ToldForm
from regie.trajectories.enums import TransferTalk
from regie.trajectories.rules import LONGEST_TRANSFER, LONGEST_WHY_APART, TransferAccount
from regie.ui.forms import DateField, WordsField


class TransferForm(ToldForm):
    """All of it; the list is of the approach."""

    read_by_him = ("must_know",)
    asked_when: Mapping[str, str] = {"why_apart": "alleen nodig als hij er niet bij was"}

    must_know = WordsField(
        label="Wat moet de nieuwe officier weten?",
        longest=LONGEST_TRANSFER,
        lines=6,
        help_text=(
            "Wat werkt bij hem, wat juist niet, en wat loopt er? Hij mag dit lezen: schrijf het zo dat hij het herkent."
        ),
    )
    done = forms.MultipleChoiceField(
        label="Wat is er al gedaan?", required=False, widget=forms.CheckboxSelectMultiple
    )
    talk = forms.ChoiceField(
        label="Hebben jullie samen gesproken?", choices=TransferTalk.choices, widget=forms.RadioSelect
    )
    happened_on = DateField(
        label="Op welke dag?",
        widget=forms.TextInput,
        help_text="Nog niet gesproken? Dan is het de dag van vandaag.",
    )
    why_apart = WordsField(
        label="Waarom was hij er niet bij?", required=False, longest=LONGEST_WHY_APART, lines=2
    )

    def __init__(self, *args: Any, approach: Approach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        done: Any = self.fields["done"]
        done.choices = [(one.code, one.title) for one in approach.transfer_items]
        if not approach.transfer_items:
            del self.fields["done"]

    @property
    def account(self) -> TransferAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return TransferAccount(
            typed["happened_on"], typed["must_know"], typed["talk"], typed.get("done", []), typed["why_apart"]
        )
