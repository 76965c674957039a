"""Which mail somebody wants."""

from django import forms

from regie.mailing.enums import MailKind
from regie.ui.verb_form import VerbForm


class MailForm(VerbForm):
    """Two boxes; none of them ticked is no mail."""

    overview = forms.BooleanField(
        label="Elke maandagochtend een overzicht",
        required=False,
        help_text="Hoeveel dingen nu nodig zijn, en hoeveel deze week.",
    )
    alarms = forms.BooleanField(
        label="Op de dag zelf een seintje",
        required=False,
        help_text="Als er iets bij komt dat niet kan wachten, of als iets eerder moet dan u dacht. "
        "Hoogstens één keer op een dag.",
    )

    @property
    def asked(self) -> tuple[MailKind, ...]:
        """What was ticked."""
        ticked = {MailKind.OVERVIEW: "overview", MailKind.ALARM: "alarms"}
        return tuple(kind for kind, name in ticked.items() if self.cleaned_data[name])
