"""Weighing a referral: one question for each criterion of the approach."""

from typing import Any

from django import forms

from regie.approach.enums import Weight
from regie.approach.rules import Criterion
from regie.trajectories.enums import Answer, Disability
from regie.trajectories.queries import Considered
from regie.trajectories.rules import AGE, APPROACH_CHANGED, MULTI_PROBLEM, REGULAR_AFTERCARE, Judged, Weighed
from regie.ui.verb_form import VerbForm

COUNTS = {
    Weight.NEEDED: "Dit moet.",
    Weight.WEIGHED: "Dit weegt mee.",
}

WHY_NOT_ENOUGH = "Bij ‘ja’ is dit nodig: waarom is reguliere nazorg niet genoeg?"


class WeighingForm(VerbForm):
    """Remembers by which editions of the approach it was made; when these changed, it asks to look again."""

    brief = True

    editions = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, considered: Considered, guided: int, **kwargs: Any) -> None:
        self.approach, self.changed = considered.approach, False
        now = "-".join(str(edition) for edition in considered.approach.editions)
        data = kwargs.get("data")
        if data is not None and data.get("editions") != now:
            kwargs["data"] = data = data.copy()
            data["editions"], self.changed = now, True
        super().__init__(*args, **kwargs)
        self.fields["editions"].initial = now
        for number, criterion in enumerate(self.asked, start=1):
            self._ask(number, criterion, considered, guided=guided)
        weighing = considered.weighing
        self._ask_disability(
            weighing.disability if weighing else Disability.NOT_NOTED,
            weighing.disability_ground if weighing else "",
        )

    @property
    def asked(self) -> tuple[Criterion, ...]:
        """What an officer answers; his age is reckoned."""
        return tuple(criterion for criterion in self.approach.criteria if criterion.code != AGE)

    @property
    def weighed(self) -> Weighed:
        """What was filled in."""
        typed = self.cleaned_data
        return Weighed(
            {
                criterion.code: Judged(
                    Answer(typed[f"answer_{criterion.code}"]), typed[f"words_{criterion.code}"]
                )
                for criterion in self.asked
            },
            tuple(typed.get("domains", ())),
            Disability(typed["disability"]),
            typed["disability_ground"],
        )

    def clean_seen(self) -> int | None:
        """Which weighing it was made from; the verb holds it to that, also when nobody had weighed yet."""
        seen: int | None = self.cleaned_data["seen"]
        return seen

    def clean(self) -> dict[str, Any]:
        """Says that the approach changed meanwhile; what was written at a question that is gone is shown once more."""
        typed = super().clean() or {}
        if self.changed:
            self.add_error(None, APPROACH_CHANGED)
            gone = [
                words
                for name, words in self.data.items()
                if name.startswith("words_") and name not in self.fields
            ]
            for words in filter(None, gone):
                self.add_error(None, f"Een vraag is vervallen. U schreef daar: {words}")
        return typed

    def _ask(self, number: int, criterion: Criterion, considered: Considered, *, guided: int) -> None:
        said = considered.judged.get(criterion.code, Judged(Answer.NOT_ASKED))
        self.fields[f"answer_{criterion.code}"] = forms.ChoiceField(
            label=f"{number}. {criterion.question}",
            choices=Answer.choices,
            widget=forms.RadioSelect,
            initial=said.answer.value,
            help_text=f"{COUNTS[criterion.weight]}{_capacity(criterion, self.approach.caseload, guided)}",
        )
        self.fields[f"words_{criterion.code}"] = forms.CharField(
            label=f"Toelichting bij vraag {number}",
            required=False,
            initial=said.words,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=WHY_NOT_ENOUGH if criterion.code == REGULAR_AFTERCARE else "",
        )
        if criterion.code == MULTI_PROBLEM:
            self.fields["domains"] = forms.MultipleChoiceField(
                label="Op welke leefgebieden speelt het?",
                help_text="Bij ‘ja’ kiest u er minstens één.",
                required=False,
                choices=[(domain.code, domain.title) for domain in self.approach.life_domains],
                widget=forms.CheckboxSelectMultiple,
                initial=considered.weighing.domains if considered.weighing else (),
            )

    def _ask_disability(self, noted: str, ground: str) -> None:
        self.fields["disability"] = forms.ChoiceField(
            label="Licht verstandelijke beperking (LVB)",
            choices=Disability.choices,
            widget=forms.RadioSelect,
            initial=noted,
            help_text="Dit is een gegeven over zijn gezondheid. Noteer het alleen als u daar een grondslag voor hebt.",
        )
        self.fields["disability_ground"] = forms.CharField(
            label="Waarom mag u dit noteren?",
            required=False,
            max_length=300,
            initial=ground,
            help_text="De grondslag. Twijfelt u? Noteer niets en vraag het de functionaris gegevensbescherming.",
        )


def _capacity(criterion: Criterion, norm: int | None, guided: int) -> str:
    if criterion.code != "capacity":
        return ""
    laid_down = f"de norm is {norm}" if norm is not None else "er is geen norm vastgelegd"
    young_people = "jongere" if guided == 1 else "jongeren"
    return f" U begeleidt nu {guided} {young_people}; {laid_down}."
