"""What the officer does for him for now, and who does it since."""

from typing import Any
from uuid import UUID

from django import forms

from regie.approach.queries import approach_for
from regie.desk.forms.told import ToldForm
from regie.plans.enums import Doer, RestsOn
from regie.plans.queries import authorisations_of
from regie.plans.rules import LONGEST_TAKEN_OVER, DoingAccount, TakenOverAccount
from regie.ui.forms import DateField


class TakenOverForm(ToldForm):
    """What it is first; why, until when and on what it rests."""

    read_by_him = ("words", "why")

    words = forms.CharField(
        label="Wat doet u voor hem?",
        max_length=LONGEST_TAKEN_OVER,
        help_text="Eén ding. Bijvoorbeeld: zijn post openen.",
    )
    why = forms.CharField(
        label="Wat lukt hem nu nog niet zelf?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Schrijf het zo op dat hij het mag lezen.",
    )
    happened_on = DateField(label="Sinds wanneer doet u dit?", widget=forms.TextInput)
    until = DateField(
        label="Wanneer bekijkt u samen of hij het weer zelf doet?", required=False, widget=forms.TextInput
    )
    rests_on = forms.ChoiceField(
        label="Mag u dit namens hem doen?",
        widget=forms.RadioSelect,
        help_text="Staat de machtiging er niet bij? Leg die eerst vast, of vul het later aan.",
    )
    domain = forms.ChoiceField(label="Bij welk leefgebied hoort dit?", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        papers = [one for one in authorisations_of(self.trajectory) if one.taken_back_on is None]
        without = [(one.value, one.label) for one in RestsOn if one is not RestsOn.AUTHORISATION]
        named = [(str(one.ref), f"Op de machtiging voor {one.account.party}") for one in papers]
        rests_on, domain = self.fields["rests_on"], self.fields["domain"]
        rests_on.choices = [*named, *without]  # type: ignore[attr-defined]
        domains = approach_for(self.trajectory.municipality, on=self.on).life_domains
        domain.choices = [("", "Geen, of weet ik niet"), *((one.code, one.title) for one in domains)]  # type: ignore[attr-defined]

    @property
    def account(self) -> TakenOverAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        chosen = typed["rests_on"]
        named = chosen not in RestsOn
        return TakenOverAccount(
            typed["happened_on"],
            typed["words"],
            typed["why"],
            typed["domain"],
            typed["until"],
            RestsOn.AUTHORISATION if named else RestsOn(chosen),
            UUID(chosen) if named else None,
        )

    @classmethod
    def again(cls, fact: Any) -> dict[str, Any]:
        """What stands in the form of one that is told better."""
        return super().again(fact) | {"rests_on": str(fact.authorisation or fact.rests_on)}


class DoingForm(ToldForm):
    """Who does it now, and when they look at it together again."""

    read_by_him = ("words",)

    doer = forms.ChoiceField(label="Wie doet dit nu?", choices=Doer.choices, widget=forms.RadioSelect)
    happened_on = DateField(label="Sinds wanneer?", widget=forms.TextInput)
    words = forms.CharField(
        label="Hoe gaat het?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Liefst in zijn eigen woorden. Bijvoorbeeld: Ik open mijn post nu op maandag.",
    )
    again_on = DateField(
        label="Wanneer bekijkt u het samen weer?",
        required=False,
        widget=forms.TextInput,
        help_text="Doet hij het zelf? Laat dit leeg.",
    )

    @property
    def account(self) -> DoingAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return DoingAccount(typed["happened_on"], Doer(typed["doer"]), typed["words"], typed["again_on"])
