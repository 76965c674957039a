"""Whether somebody who is involved joins, and what was explained to the young person about that."""

from django import forms

from regie.desk.forms.told import ToldForm
from regie.trajectories.enums import ExplainedHow, Joining, ToldBack
from regie.trajectories.rules import (
    LONGEST_ANSWER,
    LONGEST_EXPLAINED,
    ExplanationAccount,
    ParticipationAccount,
)
from regie.trajectories.rules.telling_others import LONGEST_NAME
from regie.ui.forms import DateField, WordsField


class ParticipationForm(ToldForm):
    """Yes, no, or that he could not answer, and why."""

    read_by_him = ("words",)
    asked_when = {"words": "nodig als hij niet meedoet of niet kon antwoorden"}

    answer = forms.ChoiceField(
        label="Doet deze partner mee?", choices=Joining.choices, widget=forms.RadioSelect
    )
    words = WordsField(
        label="Waarom?",
        required=False,
        longest=LONGEST_ANSWER,
        lines=2,
        help_text="Bijvoorbeeld: er is een wachtlijst tot maart.",
    )
    happened_on = DateField(label="Wanneer was dit antwoord?", widget=forms.TextInput)

    @property
    def account(self) -> ParticipationAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return ParticipationAccount(typed["happened_on"], Joining(typed["answer"]), typed["words"])


class ExplanationForm(ToldForm):
    """Who explained what to him and how; and whether he could tell it back."""

    read_by_him = ("words",)

    words = WordsField(
        label="Wat is hem uitgelegd?",
        longest=LONGEST_EXPLAINED,
        lines=3,
        help_text="Wie er meedoet, waarvoor, en wat die over hem mag weten.",
    )
    by_whom = WordsField(label="Wie legde het uit?", longest=LONGEST_NAME, lines=1)
    channel = forms.ChoiceField(label="Hoe?", choices=ExplainedHow.choices, widget=forms.RadioSelect)
    told_back = forms.ChoiceField(
        label="Kon hij het navertellen?",
        choices=ToldBack.choices,
        widget=forms.RadioSelect,
        help_text="Vraag hem: vertel eens in uw eigen woorden wat we afspraken. Het is geen toets.",
    )
    happened_on = DateField(label="Op welke dag?", widget=forms.TextInput)

    @property
    def account(self) -> ExplanationAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        how, back = ExplainedHow(typed["channel"]), ToldBack(typed["told_back"])
        return ExplanationAccount(typed["happened_on"], typed["by_whom"], how, typed["words"], back)
