"""What a partner answers himself."""

from datetime import date

from django import forms

from regie.requests.enums import AnsweredBy, AnswerKind
from regie.requests.rules import LONGEST_NOTE, AnswerAccount
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm

# What he can say, each on its own button; that it is needed no more is not his to say.
BUTTONS = {
    AnswerKind.ACCEPTED: "Ik doe het",
    AnswerKind.OTHER_DAY: "Op een andere dag",
    AnswerKind.DECLINED: "Ik doe het niet",
    AnswerKind.DONE: "Het is gedaan",
}


class AnswerForm(VerbForm):
    """In one tap: each answer is a button, with a note or a day where that is asked."""

    brief = True

    words = WordsField(
        label="Wilt u er iets bij zeggen?",
        required=False,
        longest=LONGEST_NOTE,
        lines=2,
        help_text="Nodig bij ‘Ik doe het niet’: schrijf dan waarom. Niet meer over de jongere dan nodig is.",
    )
    proposed_on = DateField(
        label="Welke andere dag?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen nodig bij ‘Op een andere dag’.",
    )
    kind = forms.ChoiceField(
        choices=[(kind.value, words) for kind, words in BUTTONS.items()], widget=forms.HiddenInput
    )

    def clean_seen(self) -> int | None:
        """Which answer he saw last: the verb says what stands when it is another."""
        seen: int | None = self.cleaned_data["seen"]
        return seen

    def account(self, *, on: date, channel: AnsweredBy = AnsweredBy.DESK) -> AnswerAccount:
        """What he answers today."""
        typed = self.cleaned_data
        return AnswerAccount(on, AnswerKind(typed["kind"]), typed["words"], typed["proposed_on"], channel)
