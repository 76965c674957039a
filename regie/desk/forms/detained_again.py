"""He is held again: since when, where, on what ground; and what they learned."""

from typing import Any

from django import forms

from regie.detention.enums import Arrival, Title
from regie.partners.queries import find
from regie.trajectories.actions import Again
from regie.trajectories.models.lesson import LessonAccount
from regie.ui.forms import DateField
from regie.ui.verb_form import VerbForm
from regie.ui.words import capital

NOT_KNOWN = ("", "Niet bekend")
WHAT_HAPPENED = (
    (Arrival.ENTERED.value, "Hij was vrij en zit nu opnieuw vast"),
    (Arrival.MOVED.value, "Hij is overgeplaatst"),
)


class DetainedAgainForm(VerbForm):
    """Since when, where and on what ground; and what happened, of who was still inside as far as we knew."""

    arrival = forms.ChoiceField(label="Wat is er gebeurd?", choices=WHAT_HAPPENED, widget=forms.RadioSelect)
    entered_on = DateField(
        label="Sinds welke dag zit hij daar?",
        widget=forms.TextInput,
        help_text="Weet u het niet zeker? Vul de dag in die u hoorde. U kunt het later verbeteren.",
    )
    facility = forms.CharField(
        label="Inrichting", required=False, max_length=120, help_text="Bijvoorbeeld: PI Sittard."
    )
    title = forms.ChoiceField(
        label="Waarom zit hij vast?",
        choices=(NOT_KNOWN, *((code, capital(label)) for code, label in Title.choices)),
        required=False,
        widget=forms.RadioSelect,
    )
    source = forms.CharField(label="Van wie weet u dit?", required=False, max_length=200)

    def __init__(self, *args: Any, inside: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not inside:
            del self.fields["arrival"]

    @property
    def again(self) -> Again:
        """What was told; the facility is looked up on our list by the name as typed."""
        typed = self.cleaned_data
        place, title, arrival = typed["facility"], typed["title"], typed.get("arrival")
        return Again(
            typed["entered_on"],
            place,
            find(place) if place else None,
            Title(title) if title else None,
            Arrival(arrival) if arrival else None,
        )


class LessonForm(VerbForm):
    """A day, his words and those of his officer; one of both may be empty."""

    read_by_him = ("his_words", "officer_words")

    happened_on = DateField(label="Wanneer sprak u hem hierover?", widget=forms.TextInput)
    his_words = forms.CharField(
        label="Wat zegt hij zelf?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In zijn eigen woorden.",
    )
    officer_words = forms.CharField(
        label="Wat leerde u?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf het zo op dat hij het zelf mag lezen. Bijvoorbeeld: Ik belde te laat.",
    )

    @property
    def account(self) -> LessonAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return LessonAccount(typed["happened_on"], typed["his_words"].strip(), typed["officer_words"].strip())
