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
STAYS = "{name} staat hieronder. Kies het niet opnieuw."
MOST_KEPT = 500_000  # characters, that a page still holds


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
        self.given, self.whole, self.given_as = "", "", Way.CSV

    def clean(self) -> dict[str, Any]:
        """Reads the lines, from wherever they come; the text also when something else is wrong, so that it stays."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if "file" not in self.errors:
            try:
                self.given = self._text(typed)
                if not ({"definition", "municipality", "edition"} & set(self.errors)):
                    self._read(self.given, typed)
            except NotValid as wrong:
                self.add_error(wrong.field if wrong.field in self.fields else "file", wrong.sentence)
        return typed

    def _text(self, typed: dict[str, Any]) -> str:
        file, pasted = typed.get("file"), typed.get("lines", "")
        if not file and not pasted.strip():
            raise NotValid("Kies een bestand, of plak de regels.", field="file")
        if file and pasted.strip():
            raise NotValid("Er staan ook regels hieronder. Kies één van de twee.", field="file")
        return text_of(file.read(), filename=file.name) if file else check_text(pasted, field="lines")

    def _read(self, text: str, typed: dict[str, Any]) -> None:
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
        """What came as a file stands in the form as lines, so that it can be mended and nothing is chosen twice.

        A file of the CBS that is no such file does not; one that is too large for a page must be chosen again.
        """
        file: Any = self.files.get("file") if self.is_bound and self.given else None
        if file is None or (is_cbs(self.given) and "file" in self.errors):
            return
        if len(self.given) > MOST_KEPT:
            self.add_error("file", AGAIN)
            return
        self.data = {**self.data.dict(), "lines": self.given}  # type: ignore[attr-defined]  # as it is sent
        self["file"].help_text = STAYS.format(name=file.name)
