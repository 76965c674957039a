"""A paper: its file, and what is told of it."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms

from regie.desk.forms.told import ToldForm
from regie.plans.enums import PaperKind, PaperReach
from regie.plans.rules import LONGEST_GIVER, LONGEST_PAPER_TITLE, Given, PaperAccount
from regie.ui.forms import DateField

T = TypeVar("T")
AGAIN = "Kies het bestand opnieuw: een browser onthoudt het niet."
NO_IDENTITY = (
    "PDF, foto (JPEG of PNG), tekst of Word. "
    "Bewaar liever geen kopie van een identiteitsbewijs: dat u het zag, kunt u ook opschrijven."
)


class PaperForm(ToldForm):
    """The file first; of a paper that is told better the file stays as it is."""

    read_by_him = ("title",)

    file = forms.FileField(
        label="Welk bestand?",
        max_length=1000,
        help_text=NO_IDENTITY,
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.txt,.docx"}),
        error_messages={"empty": "Dit bestand is leeg. Kies een ander.", "invalid": AGAIN},
    )
    kind = forms.ChoiceField(
        label="Wat voor papier is het?", choices=PaperKind.choices, widget=forms.RadioSelect
    )
    title = forms.CharField(
        label="Hoe noemt u het?",
        required=False,
        max_length=LONGEST_PAPER_TITLE,
        help_text="Bijvoorbeeld: Beschikking bijstand. Hij mag dit lezen.",
    )
    given_by = forms.CharField(
        label="Van wie komt het?",
        required=False,
        max_length=LONGEST_GIVER,
        help_text="Bijvoorbeeld: van hemzelf, of PI Sittard.",
    )
    dated_on = DateField(label="Welke datum staat erop?", required=False, widget=forms.TextInput)
    happened_on = DateField(label="Wanneer kreeg u het?", widget=forms.TextInput)
    reach = forms.ChoiceField(
        label="Wie mag het openen?",
        choices=PaperReach.choices,
        initial=PaperReach.TEAM,
        widget=forms.RadioSelect,
        help_text="Een partner ziet papieren hier nooit.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.fact:
            del self.fields["file"]

    @property
    def account(self) -> PaperAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return PaperAccount(**{name: typed[name] for name in PaperAccount.__annotations__})

    @property
    def about(self) -> dict[str, Any]:
        """The file as it was sent."""
        sent = self.cleaned_data["file"]
        return {"given": Given(sent.name, sent.read())}

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """As of every form; who must do something over is told that his file is not kept in the form."""
        made = super().attempt(verb)
        if made is None and self.files and self.errors and not self.has_error("file"):
            self.add_error("file", AGAIN)
        return made
