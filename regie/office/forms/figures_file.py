"""A file with figures, or its lines pasted; what was given stays in the form."""

from typing import Any

from django import forms

from regie.base.errors import NotValid
from regie.indicators.enums import Way
from regie.indicators.models import Definition
from regie.indicators.rules import (
    LONGEST_EDITION,
    NATION,
    CbsFile,
    FigureLine,
    is_cbs,
    read_cbs,
    read_figures,
    read_period,
    written_figures,
)
from regie.office.forms.indicators import PlacedForm
from regie.recognition.rules import check_text, text_of
from regie.ui.forms import WordsField

AGAIN = "Kies het bestand opnieuw: een browser onthoudt het niet."


class FiguresForm(PlacedForm):
    """Lines, or a file; of the CBS also what its file does not say. `told` is what was read.

    `whole` is the same as lines.
    """

    brief = True

    definition = forms.ModelChoiceField(
        label="Volgens welke definitie?", queryset=Definition.objects.none(), empty_label=None
    )
    file = forms.FileField(
        label="Bestand: CSV met puntkomma's, of JSON van het CBS",
        required=False,
        max_length=1000,
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.json"}),
        error_messages={"empty": "Dit bestand is leeg.", "invalid": AGAIN},
    )
    lines = forms.CharField(
        label="Of plak de regels, met de kolommen bovenaan",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    edition = WordsField(
        label="Alleen voor het CBS: welke uitgave is dit?",
        longest=LONGEST_EDITION,
        lines=1,
        required=False,
        help_text="Bijvoorbeeld: 85472NED, mei 2026.",
    )
    starred = forms.CharField(
        label="Alleen voor het CBS: welke periodes zijn voorlopig (met een *)?",
        required=False,
        widget=forms.TextInput(attrs={"class": "short"}),
        help_text="Bijvoorbeeld: 2025. Meer dan een? Met een komma ertussen.",
    )
    everywhere = forms.BooleanField(label="Andere gebieden mogen mee, om mee te vergelijken", required=False)
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)
    way = forms.ChoiceField(choices=Way.choices, initial=Way.CSV, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, definitions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_definition(definitions)
        self.told: tuple[FigureLine, ...] = ()
        self.whole, self.given_as = "", Way.CSV

    def clean(self) -> dict[str, Any]:
        """Reads the lines, from wherever they come."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if not ({"definition", "municipality", "file", "edition"} & set(self.errors)):
            try:
                self._read(typed)
            except NotValid as wrong:
                self.add_error(wrong.field if wrong.field in self.fields else "file", wrong.sentence)
        return typed

    def _read(self, typed: dict[str, Any]) -> None:
        file, pasted = typed.get("file"), typed.get("lines", "")
        if not file and not pasted.strip():
            raise NotValid("Kies een bestand, of plak de regels.", field="file")
        if file and pasted.strip():
            raise NotValid("Er staan ook regels hieronder. Kies één van de twee.", field="file")
        text = text_of(file.read(), filename=file.name) if file else check_text(pasted, field="lines")
        definition, areas = typed["definition"], self._areas(typed)
        if is_cbs(text):
            self.given_as = Way.CBS
            self.told = read_cbs(self._cbs(text, typed), definition.fields, unit=definition.unit, areas=areas)
            self.whole = written_figures(line.account for line in self.told if line.account)
        else:
            self.given_as = Way.CBS if typed.get("way") == Way.CBS else Way.CSV
            self.whole = text
            self.told = read_figures(text, unit=definition.unit, areas=areas)

    def _areas(self, typed: dict[str, Any]) -> frozenset[str] | None:
        return None if typed.get("everywhere") else frozenset({typed["municipality"].cbs_code, NATION})

    def _cbs(self, text: str, typed: dict[str, Any]) -> CbsFile:
        if not typed["edition"]:
            raise NotValid(
                "Schrijf op welke uitgave dit is. Dat staat niet in het bestand zelf.", field="edition"
            )
        try:
            starred = [read_period(part) for part in typed["starred"].split(",") if part.strip()]
        except NotValid as wrong:
            raise NotValid(wrong.sentence, field="starred") from None
        return CbsFile(text, typed["edition"], frozenset(starred))

    def as_lines(self) -> None:
        """What came as a file stands in the form as lines, so that it can be mended and nothing is chosen twice."""
        if self.is_bound and self.whole and self.given_as is Way.CSV and "file" in self.files:
            self.data = {**self.data.dict(), "lines": self.whole}  # type: ignore[attr-defined]  # as it is sent
