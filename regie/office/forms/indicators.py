"""What a programme manager tells of an indicator: what it is, what it counts, and a figure."""

from typing import Any

from django import forms

from regie.accounts.models import Municipality
from regie.base.errors import NotValid
from regie.indicators.enums import Unit
from regie.indicators.models import Definition, Observation
from regie.indicators.rules import (
    FIELDS,
    LONGEST_EDITION,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_SAID,
    LONGEST_SOURCE,
    LONGEST_WORDS,
    NATION,
    NO_FIGURE,
    DefinitionAccount,
    ObservationAccount,
    read_number,
    read_period,
    read_region,
    read_whole,
    written_number,
)
from regie.ui.forms import DateField, WordsField
from regie.ui.verb_form import VerbForm

ELSEWHERE = "elsewhere"
OF_THE_CBS = {
    "table": "Nummer van de tabel, bijvoorbeeld 85472NED",
    "value": "Naam van het veld met het cijfer",
    "low": "Naam van het veld met de ondergrens",
    "high": "Naam van het veld met de bovengrens",
    "margins": "Of: naam van het veld dat zegt of een rij cijfer, ondergrens of bovengrens is (Marges)",
    "region": "Naam van het veld met het gebied (RegioS als u niets invult)",
    "period": "Naam van het veld met de periode (Perioden als u niets invult)",
    "only": "Alleen deze rijen, bijvoorbeeld Geslacht=T001038, Leeftijd=10000",
}
READS = {
    "period": lambda typed: read_period(typed),
    "value": lambda typed: read_number(typed, field="value"),
    "low": lambda typed: read_number(typed, field="low"),
    "high": lambda typed: read_number(typed, field="high"),
    "numerator": lambda typed: read_whole(typed, field="numerator"),
    "denominator": lambda typed: read_whole(typed, field="denominator"),
}


class PlacedForm(VerbForm):
    """Of one of the municipalities where he keeps the indicators; who keeps them in one is not asked."""

    municipality = forms.ModelChoiceField(
        label="Gemeente", queryset=Municipality.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, municipalities: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_which("municipality", municipalities)

    def ask_definition(self, definitions: Any) -> None:
        """By which definition he tells it: the last one, unless he chooses another."""
        self.ask_which("definition", definitions)
        chosen: Any = self.fields["definition"]
        chosen.label_from_instance = lambda one: f"{one.version}. {one.measures}"
        chosen.initial = definitions[len(definitions) - 1].pk


class IndicatorForm(PlacedForm):
    """An indicator of the municipality itself; what it counts comes after."""

    name = WordsField(
        label="Hoe heet de indicator?",
        longest=LONGEST_NAME,
        lines=1,
        help_text="Bijvoorbeeld: Jongeren met een basisbankrekening.",
    )
    text = WordsField(label="Waar komt deze indicator vandaan?", longest=LONGEST_SAID, required=False)
    caution = WordsField(
        label="Wat zegt deze indicator niet?",
        longest=LONGEST_SAID,
        required=False,
        help_text="Bijvoorbeeld: het gaat om een andere groep dan wie hier wordt begeleid.",
    )

    @property
    def told(self) -> dict[str, Any]:
        """What the verb wants to know."""
        names = ("municipality", "name", "text", "caution", "submission")
        return {name: self.cleaned_data[name] for name in names}


class DefinitionForm(VerbForm):
    """What is counted, so that another could count it again."""

    measures = WordsField(label="Wat wordt er geteld?", longest=LONGEST_WORDS, lines=3)
    unit = forms.ChoiceField(label="In welke eenheid?", choices=Unit.choices, widget=forms.RadioSelect)
    numerator = WordsField(
        label="Wie of wat telt mee in de teller?", longest=LONGEST_WORDS, lines=2, required=False
    )
    denominator = WordsField(
        label="Van wie of wat is het een deel (de noemer)?", longest=LONGEST_WORDS, lines=2, required=False
    )
    source = WordsField(label="Uit welke bron komt het?", longest=LONGEST_WORDS, lines=2)
    since = DateField(
        label="Vanaf welke dag geldt deze definitie?",
        required=False,
        widget=forms.TextInput,
        help_text="Voor periodes die op of na deze dag beginnen. Bijvoorbeeld 1-1-2023.",
    )
    difference = WordsField(
        label="Wat wordt er nu anders geteld dan daarvoor?", longest=LONGEST_WORDS, lines=3, required=False
    )

    folded = tuple(f"cbs_{name}" for name in FIELDS)
    folded_title = "Waar staan de cijfers in een bestand van het CBS?"

    def __init__(self, *args: Any, last: Definition | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FIELDS:
            self.fields[f"cbs_{name}"] = forms.CharField(
                label=OF_THE_CBS[name], required=False, max_length=200
            )
        if last is None:
            del self.fields["difference"]
        else:
            self.fields["since"].required = self.fields["difference"].required = True

    @property
    def account(self) -> DefinitionAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        names = [name for name in DefinitionAccount.__annotations__ if name in typed]
        fields = {name: typed[f"cbs_{name}"] for name in FIELDS if typed[f"cbs_{name}"]}
        return DefinitionAccount(**{name: typed[name] for name in names}, fields=fields)

    @classmethod
    def again(cls, last: Definition | None) -> dict[str, Any]:
        """What stands in the form of a later definition: the last one, but for what is different."""
        names = ("measures", "unit", "numerator", "denominator", "source")
        if last is None:
            return {}
        fields = {f"cbs_{name}": said for name, said in last.fields.items()}
        return {name: getattr(last, name) for name in names} | fields


class FigureForm(VerbForm):
    """The figure itself, however the source gives it."""

    value = forms.CharField(
        label="Cijfer",
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    low = forms.CharField(
        label="Ondergrens van het interval (95%)",
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    high = forms.CharField(
        label="Bovengrens van het interval (95%)",
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "decimal"}),
    )
    numerator = forms.CharField(
        label="Teller",
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    denominator = forms.CharField(
        label="Noemer",
        required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    unknown = forms.BooleanField(label="De bron geeft hier geen cijfer: het is onbekend", required=False)
    provisional = forms.BooleanField(label="Dit cijfer is voorlopig", required=False)
    source = WordsField(
        label="Waar staat dit?",
        longest=LONGEST_SOURCE,
        lines=1,
        help_text="De pagina, het rapport of de tabel. Bijvoorbeeld CBS, tabel 85472NED.",
    )
    note = WordsField(label="Wat hoort iemand erbij te weten?", longest=LONGEST_NOTE, lines=1, required=False)

    def clean(self) -> dict[str, Any]:
        """Reads what was typed as numbers; a figure, or the word that there is none."""
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        for name, read in READS.items():
            if name in self.fields and name in typed:
                self._read(name, read)
        given = any(typed.get(name) not in (None, "") for name in ("value", "numerator", "denominator"))
        if not (given or self.errors or typed.get("unknown")):
            self.add_error("value", NO_FIGURE)
        if given and typed.get("unknown"):
            self.add_error("unknown", "Er staat ook een cijfer. Haal het cijfer weg, of dit vinkje.")
        return typed

    def _read(self, name: str, read: Any) -> None:
        try:
            self.cleaned_data[name] = read(self.cleaned_data[name])
        except NotValid as wrong:
            self.add_error(name, wrong.sentence)

    def figures(self) -> dict[str, Any]:
        """Of an account all that is about the figure itself."""
        names = ("value", "low", "high", "numerator", "denominator", "provisional", "source", "note")
        return {name: self.cleaned_data[name] for name in names}

    @classmethod
    def again(cls, observation: Observation) -> dict[str, Any]:
        """What stands in the form of a figure that is told better."""
        told = vars(observation.account)
        numbers = {
            name: "" if told[name] is None else written_number(told[name])
            for name in ("value", "low", "high")
        }
        wholes = {
            name: "" if told[name] is None else str(told[name]) for name in ("numerator", "denominator")
        }
        unknown = told["value"] is None and told["numerator"] is None
        kept = {name: told[name] for name in ("provisional", "source", "note")}
        return {**numbers, **wholes, **kept, "unknown": unknown}


class ObservationForm(FigureForm, PlacedForm):
    """A figure: of which period and area, in which edition, by which definition."""

    period = forms.CharField(
        label="Over welke periode?",
        widget=forms.TextInput(attrs={"class": "short"}),
        help_text="Bijvoorbeeld 2023, 2014-2016, 1e kwartaal 2023 of 2023-05.",
    )
    region = forms.ChoiceField(label="Van welk gebied?", widget=forms.RadioSelect)
    code = forms.CharField(
        label="Code van het andere gebied",
        required=False,
        widget=forms.TextInput(attrs={"class": "short"}),
        help_text="Van het CBS. Bijvoorbeeld GM0917 voor Heerlen.",
    )
    edition = WordsField(
        label="Welke uitgave?",
        longest=LONGEST_EDITION,
        lines=1,
        help_text="Wanneer of in welk rapport het verscheen. Een latere uitgave komt ernaast te staan.",
    )
    definition = forms.ModelChoiceField(
        label="Volgens welke definitie?", queryset=Definition.objects.none(), empty_label=None
    )
    asked_when = {"code": "alleen bij een ander gebied"}
    field_order = (
        "municipality", "definition", "period", "region", "code", "edition", "value", "low", "high",
        "numerator", "denominator", "unknown", "provisional", "source", "note",
    )  # fmt: skip

    def __init__(self, *args: Any, definitions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = self.fields["municipality"].queryset  # type: ignore[attr-defined]
        areas: Any = self.fields["region"]
        areas.choices = [
            *((place.cbs_code, place.name) for place in places),
            (NATION, "Nederland"),
            (ELSEWHERE, "Een ander gebied"),
        ]
        self.ask_definition(definitions)

    def clean(self) -> dict[str, Any]:
        """Reads the area too: one of the two that are named, or the code that was typed."""
        typed = super().clean()
        if typed.get("region") == ELSEWHERE:
            try:
                typed["region"] = read_region(typed.get("code", ""))
            except NotValid as wrong:
                self.add_error("code", wrong.sentence)
        return typed

    @property
    def account(self) -> ObservationAccount:
        """What was told, as typed."""
        typed = self.cleaned_data
        return ObservationAccount(
            period=typed["period"], region=typed["region"], edition=typed["edition"], **self.figures()
        )
