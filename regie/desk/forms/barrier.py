"""What stands in his way, what was tried, and how it ended."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from regie.approach.queries import approach_for
from regie.barriers.enums import BarrierOutcome, BarrierOwner
from regie.barriers.models import Barrier
from regie.barriers.rules import (
    LONGEST_BARRIER,
    LONGEST_NAMED,
    LONGEST_TRIED,
    AttemptAccount,
    BarrierAccount,
    BarrierEndAccount,
    kinds_of,
)
from regie.desk.forms.told import ToldForm
from regie.partners.models import Organisation
from regie.partners.queries import organisations_of
from regie.plans.models import Step
from regie.plans.queries import goals_of
from regie.plans.rules import domains_of
from regie.ui.forms import DateField, WordsField

NOT_FILED = ("", "Nog niet ingedeeld")
CHOOSE = ("", "Kies wat er het meest op lijkt")


class BarrierForm(ToldForm):
    """What it is and in which words; the rest as far as somebody knows it."""

    asked_when: Mapping[str, str] = {"owner_name": "nodig als een ander het oppakt"}

    kind = forms.ChoiceField(label="Wat houdt hem tegen?")
    words = WordsField(
        label="Wat is er aan de hand?",
        longest=LONGEST_BARRIER,
        lines=3,
        help_text="Welke regel, wachtlijst of weigering is het? Schrijf op wat er gebeurt, niet wie er fout zit.",
    )
    steps = forms.MultipleChoiceField(
        label="Welke stappen houdt het tegen?", required=False, widget=forms.CheckboxSelectMultiple
    )
    domain = forms.ChoiceField(label="Bij welk leefgebied hoort het?", required=False)
    organisation = forms.ModelChoiceField(
        label="Van welke organisatie is de regel of wachtlijst?",
        queryset=Organisation.objects.none(),
        required=False,
        to_field_name="ref",
        empty_label="Niet van de sociale kaart",
    )
    party = WordsField(
        label="Staat de organisatie er niet bij?", required=False, longest=LONGEST_NAMED, lines=1
    )
    since = DateField(label="Sinds wanneer houdt het hem tegen?", required=False, widget=forms.TextInput)
    costs = WordsField(
        label="Wat kost het hem?",
        required=False,
        longest=LONGEST_BARRIER,
        lines=2,
        help_text="Bijvoorbeeld: hij slaapt bij vrienden, en de baan gaat niet door.",
    )
    owner = forms.ChoiceField(
        label="Wie pakt het op?",
        choices=BarrierOwner.choices,
        initial=BarrierOwner.OFFICER,
        widget=forms.RadioSelect,
    )
    owner_name = WordsField(label="Wie precies?", required=False, longest=LONGEST_NAMED, lines=1)
    happened_on = DateField(label="Sinds wanneer werkt u hieraan?", widget=forms.TextInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        was = self.fact if isinstance(self.fact, Barrier) else None
        approach = approach_for(self.trajectory.municipality, on=self.on)
        self.kinds = {one.code: one.title for one in kinds_of(approach)}
        self.domains = {one.code: one.title for one in domains_of(approach)}
        places = organisations_of(self.trajectory.municipality_id, on=self.on)
        if was is not None:  # as it was called then, also when the approach or the map has it no more
            self.kinds[was.kind] = was.kind_title
            self.domains |= {was.domain: was.domain_title} if was.domain else {}
            places |= Organisation.objects.filter(pk=was.organisation_id or 0)
        fields: Any = self.fields
        fields["kind"].choices = [CHOOSE, *self.kinds.items()]
        fields["domain"].choices = [NOT_FILED, *self.domains.items()]
        fields["organisation"].queryset = places
        fields["steps"].choices = [(str(one.ref), one.words[:80]) for one in self._steps(was)]
        if not fields["steps"].choices:
            del self.fields["steps"]

    def _steps(self, was: Barrier | None) -> Iterator[Step]:
        """The steps that are still to be done, and those that were chosen before."""
        chosen = was.steps if was else ()
        for story in goals_of(self.trajectory):
            for one in story.steps:
                if str(one.step.ref) in chosen or (story.result is None and one.done is None):
                    yield one.step

    @property
    def account(self) -> BarrierAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        named = (
            "happened_on",
            "words",
            "kind",
            "since",
            "domain",
            "organisation",
            "party",
            "costs",
            "owner_name",
        )
        return BarrierAccount(
            **{name: typed[name] for name in named},
            kind_title=self.kinds[typed["kind"]],
            domain_title=self.domains.get(typed["domain"], ""),
            owner=BarrierOwner(typed["owner"]),
            steps=list(typed.get("steps", ())),
        )

    @classmethod
    def again(cls, fact: Barrier) -> dict[str, Any]:
        """What stands in the form of one that is told better; the organisation by its address on the map."""
        return super().again(fact) | {"organisation": fact.organisation.ref if fact.organisation else None}


class BarrierAttemptForm(ToldForm):
    """What was tried, with whom, what they answered, and when again."""

    words = WordsField(
        label="Wat is er geprobeerd?",
        longest=LONGEST_TRIED,
        lines=3,
        help_text="Bijvoorbeeld: gebeld met het loket, en gevraagd wat er wél kan.",
    )
    whom = WordsField(label="Met wie?", required=False, longest=LONGEST_NAMED, lines=1)
    answer = WordsField(
        label="Wat was het antwoord?",
        required=False,
        longest=LONGEST_TRIED,
        lines=3,
        help_text="Is er nog geen antwoord? Laat dit leeg.",
    )
    again_on = DateField(
        label="Wanneer probeert u het weer?",
        required=False,
        widget=forms.TextInput,
        help_text="Dan staat het op die dag bij Vandaag.",
    )
    happened_on = DateField(label="Wanneer was deze poging?", widget=forms.TextInput)

    @property
    def account(self) -> AttemptAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        named = ("happened_on", "words", "whom", "answer", "again_on")
        return AttemptAccount(**{name: typed[name] for name in named})


class BarrierEndForm(ToldForm):
    """Broken through and how, or not needed any more and why."""

    outcome = forms.ChoiceField(
        label="Hoe liep het af?", choices=BarrierOutcome.choices, widget=forms.RadioSelect
    )
    words = WordsField(
        label="Hoe is het gelukt, of waarom is het niet meer nodig?",
        longest=LONGEST_TRIED,
        lines=3,
        help_text="Schrijf op wat hielp: een ander kan er ook iets aan hebben.",
    )
    happened_on = DateField(label="Sinds wanneer is het voorbij?", widget=forms.TextInput)

    @property
    def account(self) -> BarrierEndAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return BarrierEndAccount(typed["happened_on"], BarrierOutcome(typed["outcome"]), typed["words"])
