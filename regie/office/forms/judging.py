"""What the privacy officer answers: it may, on a ground; or it may not."""

from typing import Any

from django import forms

from regie.approach.rules import Approach
from regie.trajectories.rules import LONGEST_JUDGEMENT, GroundAccount, grounds_to_answer
from regie.ui.forms import Choice, ChoiceCards, WordsField
from regie.ui.verb_form import VerbForm

MAY, MAY_NOT = "yes", "no"


class GroundAnswerForm(VerbForm):
    """Whether it may; on which ground; and why."""

    asked_when = {"ground": "alleen nodig als het mag", "words": "nodig als het niet mag"}

    may = forms.ChoiceField(
        label="Mag deze partner betrokken zijn?",
        choices=[(MAY, "Ja, dit mag"), (MAY_NOT, "Nee, dit mag niet")],
        widget=forms.RadioSelect,
    )
    ground = forms.ChoiceField(label="Op welke grond?", required=False, widget=ChoiceCards)
    words = WordsField(
        label="Wat wilt u erbij zeggen?",
        required=False,
        longest=LONGEST_JUDGEMENT,
        lines=3,
        help_text="De re-integratieofficier leest dit. Bijvoorbeeld: alleen over zijn huur.",
    )

    def __init__(self, *args: Any, approach: Approach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["ground"].choices = [
            ("", Choice("Geen grond")),
            *(
                (one.code, Choice(one.title, tuple(filter(None, (one.text, one.article)))))
                for one in grounds_to_answer(approach)
            ),
        ]

    @property
    def account(self) -> GroundAccount:
        """What was answered."""
        typed = self.cleaned_data
        return GroundAccount(typed["may"] == MAY, typed["ground"], typed["words"])
