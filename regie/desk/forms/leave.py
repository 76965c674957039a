"""Leave: of which kind, for what, when, whether he may go, and how it went."""

from typing import Any

from django import forms

from regie.desk.forms.detention import DetentionForm
from regie.detention.enums import LeaveKind, LeaveResult, LeaveState
from regie.detention.rules import LONGEST_GOAL, LeaveAccount
from regie.ui.forms import DateField
from regie.ui.words import capital


def _capitals(words: Any) -> list[tuple[str, str]]:
    """As answers to choose from: each is a sentence of its own."""
    return [(code, capital(label)) for code, label in words.choices]


class LeaveForm(DetentionForm):
    """Only its kind and its goal are needed: the rest is told when it is known."""

    read_by_him = ("goal", "result_words")

    kind = forms.ChoiceField(label="Wat voor verlof?", choices=_capitals(LeaveKind), widget=forms.RadioSelect)
    goal = forms.CharField(
        label="Wat is het doel?",
        max_length=LONGEST_GOAL,
        help_text="Bijvoorbeeld: een identiteitsbewijs aanvragen op het stadhuis.",
    )
    state = forms.ChoiceField(
        label="Mag hij gaan?",
        choices=_capitals(LeaveState),
        initial=LeaveState.ASKED,
        widget=forms.RadioSelect,
    )
    since = DateField(label="Eerste dag", required=False, widget=forms.TextInput)
    until = DateField(
        label="Laatste dag", required=False, widget=forms.TextInput, help_text="Eén dag? Laat dit leeg."
    )
    result = forms.ChoiceField(
        label="Hoe ging het?",
        choices=(("", "Nog niet verteld"), *_capitals(LeaveResult)),
        required=False,
        widget=forms.RadioSelect,
    )
    result_words = forms.CharField(
        label="Wat vertelt hij ervan?",
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Schrijf het zo op dat hij het zelf mag lezen.",
    )
    heard_on = DateField(label="Wanneer hoorde u hoe het ging?", required=False, widget=forms.TextInput)
    field_order = ("kind", "goal", "state", "since", "until", "result", "result_words", "heard_on", "source")

    @property
    def account(self) -> LeaveAccount:
        """What was told."""
        typed = self.cleaned_data
        return LeaveAccount(
            LeaveKind(typed["kind"]),
            typed["goal"],
            LeaveState(typed["state"]),
            typed["since"],
            typed["until"],
            typed["result"],
            typed["result_words"],
            typed["heard_on"],
        )

    @property
    def afterthought(self) -> str:
        """Short leave lasts a day as far as we read; that is to be verified, so it is no rule."""
        told = self.account
        long = told.since and told.until and told.until > told.since
        return (
            "Kortdurend verlof duurt meestal één dag. Kloppen de dagen?"
            if told.kind is LeaveKind.SHORT and long
            else ""
        )
