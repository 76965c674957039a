"""A barrier that rises: of whom what is asked, with which brief; what came of it; and the second person."""

from collections.abc import Mapping
from typing import Any

from django import forms

from regie.accounts.models import User
from regie.desk.forms.told import ToldForm
from regie.escalations.enums import EscalationOutcome, Level
from regie.escalations.models import ASKED_AT, may_be_asked
from regie.escalations.rules import (
    LONGEST_ANSWER,
    LONGEST_BRIEF,
    LONGEST_NAMED,
    LONGEST_QUESTION,
    EscalationAccount,
    EscalationAnswerAccount,
)
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm

NOT_BY_NAME = "Schrijf geen naam op en niets waaraan iemand hem herkent. Regie kijkt dat na."
READ_IT = "Dit komt uit wat u vastlegde. Lees het na en pas het aan."


class EscalationForm(ToldForm):
    """Of a colleague or of somebody outside; the brief is written already, and can be changed."""

    asked_when: Mapping[str, str] = {
        "role": "nodig als u een naam opschrijft",
        "name": "nodig als het geen collega is",
    }

    colleague = forms.ModelChoiceField(
        label="Welke collega vraagt u het?",
        queryset=User.objects.none(),
        required=False,
        to_field_name="ref",
        empty_label="Iemand anders",
    )
    name = WordsField(label="Is het geen collega? Wie dan?", required=False, longest=LONGEST_NAMED, lines=1)
    role = WordsField(
        label="Welke functie heeft die persoon?", required=False, longest=LONGEST_NAMED, lines=1
    )
    question = WordsField(
        label="Wat vraagt u?",
        longest=LONGEST_QUESTION,
        lines=2,
        help_text="In één zin. Bijvoorbeeld: kan hij een briefadres krijgen zonder dit bewijs?",
    )
    # Whether a form is brief is said of its class; Django keeps its fields apart from that.
    brief = WordsField(  # type: ignore[assignment]
        label="De tekst die erbij gaat", longest=LONGEST_BRIEF, lines=12, help_text=READ_IT
    )
    wanted_by = DateField(label="Voor welke dag wilt u antwoord?", widget=forms.TextInput)
    happened_on = DateField(label="Wanneer vraagt u dit?", widget=forms.TextInput)

    def __init__(self, *args: Any, level: Level = Level.TACTICAL, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.level = level
        fields: Any = self.fields
        there = may_be_asked(level, self.trajectory.municipality_id, on=self.on)
        fields["colleague"].queryset = User.objects.filter(pk__in=there.values("user")).order_by("name", "pk")
        fields["colleague"].label = f"Welke collega vraagt u het? ({ASKED_AT[level].label})"
        if level is Level.STRATEGIC:
            fields["brief"].help_text = f"{READ_IT} {NOT_BY_NAME}"

    @property
    def account(self) -> EscalationAccount:
        """What was told, as typed; a colleague is asked in the role that he holds."""
        typed = self.cleaned_data
        colleague = typed["colleague"]
        named = ("happened_on", "question", "brief", "wanted_by", "name")
        role = typed["role"] or (ASKED_AT[self.level].label if colleague else "")
        return EscalationAccount(
            **{name: typed[name] for name in named}, level=self.level, role=role, colleague=colleague
        )


class EscalationAnswerForm(ToldForm):
    """What came of it, from whom, and to which level when it goes elsewhere."""

    asked_when: Mapping[str, str] = {
        "by_whom": "nodig als er een antwoord kwam",
        "to_level": "nodig bij ‘Naar een ander niveau’",
        "words": "nodig bij een antwoord, en als het niet meer nodig is",
    }

    outcome = forms.ChoiceField(
        label="Wat kwam eruit?", choices=EscalationOutcome.choices, widget=forms.RadioSelect
    )
    to_level = forms.ChoiceField(
        label="Naar welk niveau?", choices=[("", "Niet van toepassing"), *Level.choices], required=False
    )
    by_whom = WordsField(label="Van wie kwam het antwoord?", required=False, longest=LONGEST_NAMED, lines=1)
    words = WordsField(label="Wat was het antwoord?", required=False, longest=LONGEST_ANSWER, lines=4)
    happened_on = DateField(label="Wanneer was dat?", widget=forms.TextInput)

    @property
    def account(self) -> EscalationAnswerAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        level = Level(typed["to_level"]) if typed["to_level"] else ""
        outcome = EscalationOutcome(typed["outcome"])
        return EscalationAnswerAccount(typed["happened_on"], outcome, typed["words"], typed["by_whom"], level)


class EscalationConsentForm(VerbForm):
    """Whether a level may be passed over, and why."""

    agreed = forms.ChoiceField(
        label="Mag dit een niveau overslaan?",
        choices=[("yes", "Ja"), ("no", "Nee")],
        widget=forms.RadioSelect,
    )
    words = WordsField(label="Waarom?", longest=LONGEST_ANSWER, lines=3)
