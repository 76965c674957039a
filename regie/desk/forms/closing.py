"""Closing his guidance, what the second person says, and re-opening it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from regie.approach.rules import ClosureReason, Entry
from regie.trajectories.enums import Knew, Result
from regie.trajectories.models import Closure
from regie.trajectories.rules import EXPLAIN, CameOfIt, Closing
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm

IN_HIS_WORDS = "Hoe zegt hij het zelf?"


class ClosingForm(VerbForm):
    """From which day and why; of who did not die also what came of it, and who takes over what.

    `early` says that whatever day he chooses, it lasts shorter than laid down; `goals` are his goals in words, by the
    code of their life domain: where he had one is asked first.
    """

    read_by_him = ("words",)

    happened_on = DateField(label="Vanaf welke dag is de begeleiding afgerond?", widget=forms.TextInput)
    words = forms.CharField(
        label="Waarom?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf het zo op dat de jongere het zelf mag lezen.",
    )

    asked_when: Mapping[str, str] = {"words": "nodig als u eerder afrondt, of als hij vastzit"}

    def __init__(
        self,
        *args: Any,
        reason: ClosureReason,
        domains: Sequence[Entry],
        goals: Mapping[str, str],
        early: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.reason, self.domains = reason, () if reason.death else domains
        if reason.death:
            self.fields["happened_on"].label = "Op welke dag is hij overleden?"
            self.fields["words"].label = "Wat wilt u hierover bewaren?"
            self.fields["words"].help_text, self.asked_when = "", {}
            return
        self._ask_why(needed=reason.words or early)
        for domain in sorted(domains, key=lambda domain: domain.code not in goals):
            self.fields |= _came_of(domain, goals.get(domain.code, ""))
        self.fields |= _after()
        known = {domain.code for domain in domains}
        self.fields["stays"].help_text = " ".join(said for code, said in goals.items() if code not in known)

    @staticmethod
    def again(refused: Closure) -> dict[str, Any]:
        """What was told in a closing that a second person did not agree to yet; the day and the reason are new."""
        told = {name: getattr(refused, name) for name in ("words", "stays", "takes_over", "door")}
        for code, said in refused.results.items():
            told |= {f"result_{code}": said.get("result", ""), f"words_{code}": said.get("words", "")}
        return told

    def _ask_why(self, *, needed: bool) -> None:
        """What this reason asks to write down stands beside where one writes it."""
        why = self.fields["words"]
        why.required = needed
        why.error_messages["required"] = EXPLAIN
        if self.reason.words and self.reason.text:
            why.help_text = f"{self.reason.text} {why.help_text}"

    @property
    def closing(self) -> Closing:
        """What was told, as typed."""
        typed = self.cleaned_data
        results = {
            domain.code: CameOfIt(Result(typed[f"result_{domain.code}"]), typed[f"words_{domain.code}"])
            for domain in self.domains
        }
        after = {name: typed.get(name, "") for name in ("stays", "takes_over", "door")}
        return Closing(self.reason.code, typed["happened_on"], typed["words"], results, **after)


def _came_of(domain: Entry, goals: str) -> dict[str, forms.Field]:
    return {
        f"result_{domain.code}": forms.ChoiceField(
            label=f"{domain.title}: is bereikt wat hij wilde?",
            choices=Result.choices,
            widget=forms.RadioSelect,
            help_text=goals,
            error_messages={"required": "Kies een antwoord."},
        ),
        f"words_{domain.code}": forms.CharField(
            label=f"{domain.title}: {IN_HIS_WORDS[0].lower()}{IN_HIS_WORDS[1:]}",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
    }


def _after() -> dict[str, forms.Field]:
    return {
        "stays": forms.CharField(
            label="Wat blijft er?", required=False, widget=forms.Textarea(attrs={"rows": 3})
        ),
        "takes_over": forms.CharField(
            label="Wie neemt wat over?",
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text="Eén ding op elke regel. Bijvoorbeeld: Schulden: de kredietbank.",
        ),
        "door": forms.ChoiceField(
            label="Weet hij dat de deur open blijft staan?",
            choices=[(Knew.YES.value, "Ja"), *Knew.choices[1:]],
            widget=forms.RadioSelect,
            error_messages={"required": "Kies een antwoord."},
        ),
    }


class ClosureAnswerForm(VerbForm):
    """What the second person says."""

    asked_when: Mapping[str, str] = {"words": "nodig bij ‘Nog niet’"}

    agreed = forms.ChoiceField(
        label="Bent u het ermee eens?", choices=[("yes", "Ja"), ("no", "Nog niet")], widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="Toelichting",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReopeningForm(VerbForm):
    """From which day, and why."""

    since = DateField(label="Vanaf welke dag begint de begeleiding weer?", widget=forms.TextInput)
    words = forms.CharField(
        label="Waarom begint de begeleiding weer?", widget=forms.Textarea(attrs={"rows": 4})
    )
