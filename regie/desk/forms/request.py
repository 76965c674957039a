"""What is asked of a partner, and what he answered."""

from collections.abc import Mapping
from typing import Any

from django import forms

from regie.approach.enums import StepActor
from regie.desk.forms.told import ToldForm
from regie.plans.enums import Consent
from regie.plans.models import Step
from regie.plans.queries import goals_of
from regie.plans.rules import LONGEST_PROMISE
from regie.requests.enums import AnsweredBy, AnswerKind
from regie.requests.models import PartnerRequest
from regie.requests.rules import (
    ASKABLE,
    LONGEST_NOTE,
    LONGEST_REQUEST,
    AnswerAccount,
    MutualAccount,
    RequestAccount,
)
from regie.trajectories.enums import DisclosureChannel
from regie.trajectories.models import Involvement
from regie.trajectories.queries import involvements_of
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm

# How it can be asked; what was read with a link, Regie writes down itself.
ASKED_HOW = [(one.value, one.label) for one in DisclosureChannel if one is not DisclosureChannel.LINK]
ONCE = ("involvement", "step", "channel")  # what is not changed once it was asked
NO_STEP = ("", "Niet bij een stap")
NOBODY = ("", "Kies een partner")


class RequestForm(ToldForm):
    """Of whom, what and by when; for which step of his, if any."""

    read_by_him = ("words",)

    involvement = forms.ChoiceField(
        label="Aan wie vraagt u het?",
        help_text="Staat de partner er niet bij? Leg eerst vast dat hij betrokken is.",
    )
    words = WordsField(
        label="Wat vraagt u?",
        longest=LONGEST_REQUEST,
        lines=2,
        help_text="Eén ding. Schrijf niet meer over de jongere op dan nodig is: dit gaat naar de partner.",
    )
    wanted_on = DateField(label="Voor wanneer?", widget=forms.TextInput)
    step = forms.ChoiceField(
        label="Bij welke stap hoort dit?",
        required=False,
        help_text="Doet de partner het? Dan is die stap ook gedaan.",
    )
    channel = forms.ChoiceField(
        label="Hoe vraagt u het?",
        choices=ASKED_HOW,
        initial=DisclosureChannel.PHONE,
        widget=forms.RadioSelect,
        help_text="Vragen is iets over hem vertellen. Regie zet het daarom ook bij de verstrekkingen.",
    )
    happened_on = DateField(label="Wanneer vraagt u het?", widget=forms.TextInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.fact is not None:
            for name in ONCE:
                del self.fields[name]
            return
        self.involved = {str(one.ref): one for one in _running(self)}
        self.steps = {str(one.ref): one for one in _askable(self)}
        fields: Any = self.fields
        fields["involvement"].choices = _partners(self.involved)
        fields["step"].choices = [NO_STEP, *((ref, one.words[:80]) for ref, one in self.steps.items())]

    @property
    def account(self) -> RequestAccount:
        """What is asked, as typed."""
        typed = self.cleaned_data
        return RequestAccount(typed["happened_on"], typed["words"], typed["wanted_on"])

    @property
    def about(self) -> dict[str, Any]:
        """Of whom, for which step, and how it is asked."""
        typed = self.cleaned_data
        return {
            "involvement": self.involved[typed["involvement"]],
            "step": self.steps.get(typed["step"]),
            "channel": typed["channel"],
        }

    @classmethod
    def again(cls, fact: PartnerRequest) -> dict[str, Any]:
        """What stands in the form of one that is asked better."""
        return {
            "words": fact.words,
            "wanted_on": f"{fact.wanted_on:%d-%m-%Y}",
            "happened_on": f"{fact.happened_on:%d-%m-%Y}",
        }


def _running(form: ToldForm) -> list[Involvement]:
    return [one for one in involvements_of(form.trajectory) if not one.is_over(form.on)]


def _askable(form: ToldForm) -> list[Step]:
    """The steps of goals that run, that are still to be done by a partner or by nobody yet."""
    running = (story for story in goals_of(form.trajectory) if story.result is None)
    open_ones = (one.step for story in running for one in story.steps if one.done is None)
    return [step for step in open_ones if StepActor(step.actor) in ASKABLE]


def _box(label: str, help_text: str) -> Any:
    return WordsField(label=label, longest=LONGEST_PROMISE, lines=2, help_text=help_text)


class MutualAgreementForm(ToldForm):
    """What each of the three does, since when, and what they do together when it does not work out."""

    read_by_him = ("young_person", "officer", "partner", "otherwise")

    involvement = forms.ChoiceField(
        label="Met welke partner?",
        help_text="Staat de partner er niet bij? Leg eerst vast dat hij betrokken is.",
    )
    young_person = _box("Wat doet hij zelf?", "Bijvoorbeeld: Ik breng mijn post op maandag.")
    officer = _box("Wat doet u?", "Bijvoorbeeld: Ik ga de eerste keer mee.")
    partner = _box("Wat doet de partner?", "Bijvoorbeeld: leest de post en belt de schuldeisers.")
    otherwise = _box(
        "Wat doen jullie als het niet lukt?",
        "Geen straf. Bijvoorbeeld: dan bellen we elkaar dezelfde week en kiezen we een andere dag.",
    )
    begins_on = DateField(label="Vanaf wanneer?", widget=forms.TextInput)
    happened_on = DateField(label="Wanneer spraken jullie dit af?", widget=forms.TextInput)
    consent = forms.ChoiceField(
        label="Wat vindt hij ervan?", choices=Consent.choices, widget=forms.RadioSelect
    )
    channel = forms.ChoiceField(
        label="Hoe sprak u dit met de partner af?",
        choices=ASKED_HOW,
        initial=DisclosureChannel.TALK,
        widget=forms.RadioSelect,
        help_text="De partner weet dit nu ook. Regie zet het daarom ook bij de verstrekkingen.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.fact is not None:
            del self.fields["involvement"], self.fields["channel"]
            return
        self.involved = {str(one.ref): one for one in _running(self)}
        fields: Any = self.fields
        fields["involvement"].choices = _partners(self.involved)

    @property
    def account(self) -> MutualAccount:
        """What was agreed, as typed."""
        typed = self.cleaned_data
        named = ("happened_on", "begins_on", "young_person", "officer", "partner", "otherwise")
        return MutualAccount(**{name: typed[name] for name in named}, consent=Consent(typed["consent"]))

    @property
    def about(self) -> dict[str, Any]:
        """With whom, and how."""
        typed = self.cleaned_data
        return {"involvement": self.involved[typed["involvement"]], "channel": typed["channel"]}


def _partners(involved: Mapping[str, Involvement]) -> list[tuple[str, str]]:
    """Whom to choose from; who is the only one is chosen already."""
    partners = [(ref, f"{one.who}, {one.role}") for ref, one in involved.items()]
    return partners if len(partners) == 1 else [NOBODY, *partners]


class RequestAnswerForm(VerbForm):
    """What was answered, in one tap: each answer is a button, with a note or a day where that is asked."""

    brief = True
    read_by_him = ("words",)

    words = WordsField(
        label="Wat zei de partner erbij?",
        required=False,
        longest=LONGEST_NOTE,
        lines=2,
        help_text="Alleen nodig bij ‘Doet het niet’: schrijf dan op waarom.",
    )
    proposed_on = DateField(
        label="Welke andere dag?",
        required=False,
        widget=forms.TextInput,
        help_text="Alleen nodig bij ‘Andere dag’.",
    )
    channel = forms.ChoiceField(
        label="Hoe kwam het antwoord?",
        choices=[(one.value, one.label) for one in (AnsweredBy.PHONE, AnsweredBy.MAIL)],
        initial=AnsweredBy.PHONE,
        widget=forms.RadioSelect,
    )
    happened_on = DateField(label="Wanneer kwam het antwoord?", widget=forms.TextInput)
    kind = forms.ChoiceField(choices=AnswerKind.choices, widget=forms.HiddenInput)

    def clean_seen(self) -> int | None:
        """Which answer he saw last: the verb says what stands when it is another."""
        seen: int | None = self.cleaned_data["seen"]
        return seen

    @property
    def account(self) -> AnswerAccount:
        """What was answered, as typed."""
        typed = self.cleaned_data
        kind, channel = AnswerKind(typed["kind"]), AnsweredBy(typed["channel"])
        return AnswerAccount(typed["happened_on"], kind, typed["words"], typed["proposed_on"], channel)
