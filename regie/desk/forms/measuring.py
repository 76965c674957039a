"""Whether the basic conditions were met at a moment; what is known already is proposed beside it."""

from collections.abc import Mapping
from typing import Any

from django import forms

from regie.approach.rules import Approach
from regie.desk.forms.told import ToldForm
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models import Row
from regie.plans.rules import ConditionReadingAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

NOT_ASKED = ("", "Niet gevraagd")
MEASURED_ON = "Op welke dag keek of vroeg u dit na?"


class MeasuringForm(VerbForm):
    """Of each condition an answer, a few words and who said it; nothing is filled in by itself."""

    brief = True

    happened_on = DateField(label=MEASURED_ON, widget=forms.TextInput)

    def __init__(
        self, *args: Any, approach: Approach, moment: MeasuredAt, known: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.conditions, self.moment = approach.basic_conditions, moment
        for one in self.conditions:
            self.fields[f"answer_{one.code}"] = forms.ChoiceField(
                label=one.title,
                choices=[*ConditionAnswer.choices, NOT_ASKED],
                required=False,
                initial="",
                widget=forms.RadioSelect,
                help_text=" ".join(filter(None, (one.text, known.get(one.code)))),
            )
            self.fields[f"words_{one.code}"] = forms.CharField(
                label=f"{one.title}: wat wilt u erbij zeggen?",
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"source_{one.code}"] = forms.CharField(
                label=f"{one.title}: van wie weet u dit?", required=False, max_length=200
            )

    @property
    def rows(self) -> list[Row]:
        """What was told of each condition that was told of."""
        typed, about = self.cleaned_data, {"moment": self.moment}
        return [
            Row(
                about | {"condition": one.code},
                ConditionReadingAccount(
                    typed["happened_on"], typed[f"answer_{one.code}"], typed[f"words_{one.code}"]
                ),
                typed[f"source_{one.code}"],
            )
            for one in self.conditions
            if any(typed[f"{field}_{one.code}"].strip() for field in ("answer", "words", "source"))
        ]


class ConditionReadingForm(ToldForm):
    """One of them, told better."""

    answer = forms.ChoiceField(
        label="Was hieraan voldaan?", choices=ConditionAnswer.choices, widget=forms.RadioSelect
    )
    happened_on = DateField(label=MEASURED_ON, widget=forms.TextInput)
    words = forms.CharField(
        label="Wat wilt u erbij zeggen?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    @property
    def account(self) -> ConditionReadingAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return ConditionReadingAccount(typed["happened_on"], ConditionAnswer(typed["answer"]), typed["words"])
