"""What he wants to reach, the steps towards it, and how it went."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms

from regie.approach.enums import StepActor, StepCounted
from regie.approach.queries import approach_for
from regie.approach.rules import GoalTemplate, StepTemplate
from regie.desk.forms.told import ToldForm
from regie.plans.enums import GoalOutcome, Horizon, StepState
from regie.plans.models import Goal, Step
from regie.plans.queries import wishes_of
from regie.plans.rules import (
    MOST_STEPS,
    MOST_WEEKS,
    GoalAccount,
    GoalResultAccount,
    StepAccount,
    StepMarkAccount,
    domains_of,
    steps_in,
)
from regie.ui.forms import DateField

FOR_HIM = "Schrijf het zo op dat de jongere het zelf mag lezen."
NONE = {"domain": ("", "Nog niet ingedeeld"), "wish": ("", "Niet uit een wens")}


def _box(label: str, rows: int = 3, help_text: str = "", *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows})
    )


class GoalForm(ToldForm):
    """His sentence first, then the steps as lines; the rest can wait. It knows which lines an example has."""

    read_by_him = ("words", "steps")

    words = _box("Wat wil hij bereiken?", 2, "Eén zin. Bijvoorbeeld: Ik heb een eigen kamer.", required=True)
    steps = _box(
        "Welke stappen horen erbij?",
        6,
        f"Eén stap per regel, hooguit {MOST_STEPS}. Wie het doet en wanneer, vertelt u later bij de stap.",
    )
    horizon = forms.ChoiceField(
        label="Wanneer werkt hij eraan?",
        choices=Horizon.choices,
        initial=Horizon.NOW,
        widget=forms.RadioSelect,
    )
    wish = forms.ChoiceField(label="Uit welke wens komt dit?", required=False)
    domain = forms.ChoiceField(label="Bij welk leefgebied hoort het?", required=False)
    outside_only = forms.BooleanField(
        label="Dit kan alleen buiten",
        required=False,
        help_text="Zit hij vast? Dan wacht dit doel tot hij vrij is.",
    )
    happened_on = DateField(label="Sinds wanneer is dit zijn doel?", widget=forms.TextInput)

    def __init__(self, *args: Any, template: GoalTemplate | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.template, self.was = template, cast(Goal | None, self.fact)
        self.domains = {
            one.code: one.title for one in domains_of(approach_for(self.trajectory.municipality, on=self.on))
        }
        if self.was is not None:
            del self.fields["steps"]
            if self.was.domain:  # as it was called then, also when the approach has it no more
                self.domains[self.was.domain] = self.was.domain_title
        self.wishes = {str(one.ref): one for one in wishes_of(self.trajectory)}
        wishes = ((ref, one.words[:80]) for ref, one in self.wishes.items())
        for name, choices in (("domain", self.domains.items()), ("wish", wishes)):
            cast(forms.ChoiceField, self.fields[name]).choices = [NONE[name], *choices]

    @property
    def account(self) -> GoalAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return GoalAccount(
            typed["happened_on"],
            typed["words"],
            typed["domain"],
            self.domains.get(typed["domain"], ""),
            Horizon(typed["horizon"]),
            typed["outside_only"],
            self._wish_id(typed["wish"]),
        )

    @property
    def about(self) -> dict[str, Any]:
        """Its first steps, and the example it began from."""
        since = self.cleaned_data["happened_on"]
        steps = tuple(self._step(words, since) for words in steps_in(self.cleaned_data["steps"]))
        example = (
            {"template": self.template.code, "template_title": self.template.title} if self.template else {}
        )
        return {"steps": steps, **example}

    @classmethod
    def again(cls, fact: Goal) -> dict[str, Any]:
        """What stands in the form of a goal that is told better."""
        return super().again(fact) | {"wish": str(fact.wish.ref) if fact.wish else ""}

    def _wish_id(self, ref: str) -> int | None:
        """The wish as it was read then, as long as it is the same one."""
        was = self.was.wish if self.was else None
        if was is not None and ref == str(was.ref):
            return int(was.pk)
        return self.wishes[ref].pk if ref else None

    def _step(self, words: str, since: Any) -> StepAccount:
        """A line as it stands in the example keeps who takes it and by when; of any other nobody told that yet."""
        own = {one.words: one for one in self.template.steps} if self.template else {}
        step = own.get(words, StepTemplate(words))
        return StepAccount(since, words, step.actor, weeks=step.weeks, counted=step.counted)


def filled_in(template: GoalTemplate) -> dict[str, Any]:
    """What stands in the form of a goal that begins from an example."""
    return {
        "words": template.title,
        "steps": "\n".join(one.words for one in template.steps),
        "domain": template.domain,
        "outside_only": template.outside_only,
    }


class StepForm(ToldForm):
    """What is done; then, when that is known, by whom and by when."""

    read_by_him = ("words",)

    today = ()

    words = _box("Wat gebeurt er bij deze stap?", 2, FOR_HIM, required=True)
    actor = forms.ChoiceField(
        label="Wie doet het?",
        choices=StepActor.choices,
        initial=StepActor.UNKNOWN,
        widget=forms.RadioSelect,
    )
    actor_name = forms.CharField(
        label="Wie precies?", required=False, help_text="Bijvoorbeeld: zijn zus Samira."
    )
    due_on = DateField(label="Voor welke dag?", required=False, widget=forms.TextInput)
    weeks = forms.IntegerField(
        label="Of na hoeveel weken?", required=False, min_value=0, max_value=MOST_WEEKS
    )
    counted = forms.ChoiceField(
        label="Vanaf wanneer tellen die weken?",
        required=False,
        choices=[("", "Er is geen aantal weken"), *StepCounted.choices],
    )

    def __init__(self, *args: Any, goal: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal = goal

    @property
    def account(self) -> StepAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        since = self.fact.happened_on if self.fact else self.on
        told = (typed[name] for name in ("actor_name", "due_on", "weeks", "counted"))
        return StepAccount(since, typed["words"], StepActor(typed["actor"]), *told)

    @property
    def about(self) -> dict[str, Any]:
        """Its goal."""
        return {"goal": self.goal}


class StepMarkForm(ToldForm):
    """Done, or not possible yet; of what could not be for a while also until when."""

    read_by_him = ("words",)

    asked_when: Mapping[str, str] = {"words": "nodig als het nog niet kan"}

    state = forms.ChoiceField(
        label="Hoe staat het met deze stap?", choices=StepState.choices, widget=forms.RadioSelect
    )
    happened_on = DateField(label="Sinds wanneer?", widget=forms.TextInput)
    words = _box("Wat wilt u erbij zeggen?", 3, f"Kan het nog niet? Schrijf op waarom. {FOR_HIM}")
    until = DateField(
        label="Sinds wanneer kan het wel?",
        required=False,
        widget=forms.TextInput,
        help_text="Kan het nog steeds niet? Laat dit leeg.",
    )

    def __init__(self, *args: Any, step: Step | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        if self.fact is not None:
            del self.fields["state"]
        if getattr(self.fact, "state", "") != StepState.HELD:
            del self.fields["until"]

    @property
    def account(self) -> StepMarkAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return StepMarkAccount(typed["happened_on"], typed["words"], typed.get("until"))

    @property
    def about(self) -> dict[str, Any]:
        """Its step, and how that stands."""
        return {"step": self.step, "state": StepState(self.cleaned_data["state"])}


class GoalResultForm(ToldForm):
    """What came of a goal, and what we say to him."""

    read_by_him = ("words", "congratulation")

    asked_when: Mapping[str, str] = {
        "words": "nodig als het doel stopt",
        "congratulation": "nodig als hij het bereikte",
        "not_congratulated": "nodig als we hem nu niet feliciteren",
    }

    outcome = forms.ChoiceField(
        label="Hoe ging het met dit doel?", choices=GoalOutcome.choices, widget=forms.RadioSelect
    )
    happened_on = DateField(label="Sinds wanneer is dat zo?", widget=forms.TextInput)
    words = _box("Hoe zegt hij het zelf?", 3, f"Stopt het doel? Schrijf op waarom. {FOR_HIM}")
    congratulation = _box(
        "Wat zeggen we tegen hem?", 3, "Bijvoorbeeld: Je hebt dit zelf voor elkaar gekregen."
    )
    not_congratulated = _box("Waarom zeggen we nog niets?", 2)

    def __init__(self, *args: Any, goal: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goal = goal

    @property
    def account(self) -> GoalResultAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        said = (typed[name] for name in ("words", "congratulation", "not_congratulated"))
        return GoalResultAccount(typed["happened_on"], GoalOutcome(typed["outcome"]), *said)

    @property
    def about(self) -> dict[str, Any]:
        """Its goal."""
        return {"goal": self.goal}
