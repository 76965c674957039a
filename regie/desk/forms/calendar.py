"""The address of one's calendar: making it, choosing what it says, and stopping it."""

from django import forms

from regie.accounts.enums import CalendarTitles
from regie.ui.forms import Choice, ChoiceCards
from regie.ui.verb_form import VerbForm

TITLES = [
    (
        CalendarTitles.NEUTRAL.value,
        Choice(CalendarTitles.NEUTRAL.label, ("Zo staat het er: Regie: zitting.",), "Aanbevolen", "accent"),
    ),
    (
        CalendarTitles.INITIALS.value,
        Choice(
            CalendarTitles.INITIALS.label,
            (
                "Zo staat het er: Regie: zitting J.B.",
                "Let op: uw agenda staat buiten Regie. Wie uw telefoon ziet, ziet de initialen ook.",
                "Gebruikt u een agenda van Google, Apple of Microsoft? Dan staan ze ook daar.",
            ),
        ),
    ),
]


class CalendarForm(VerbForm):
    """Nothing but the button; the verb itself says whether the address changed meanwhile."""

    def clean_seen(self) -> int | None:
        """What stood there when he decided, for the verb to judge."""
        seen: int | None = self.cleaned_data["seen"]
        return seen


class CalendarTitlesForm(CalendarForm):
    """What the calendar says of a young person."""

    titles = forms.ChoiceField(
        label="Wat staat er in uw agenda?",
        choices=TITLES,
        widget=ChoiceCards,
        help_text="Nooit een naam, een inrichting of wat er speelt.",
    )

    @property
    def chosen(self) -> CalendarTitles:
        """What he chose."""
        return CalendarTitles(self.cleaned_data["titles"])
