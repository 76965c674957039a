"""Beginning a page of the programme, writing a block of it, and choosing the order of the blocks."""

from collections.abc import Sequence
from typing import Any

from django import forms

from regie.programme.enums import BlockKind
from regie.programme.rules import LONGEST, YEARLY, BlockAccount
from regie.ui.forms import WordsField
from regie.ui.verb_form import VerbForm

SHIPPED, OWN = "shipped", "own"
NUMBER = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})


class BeginForm(VerbForm):
    """With the words that Regie brings, or empty under a name of one's own."""

    asked_when = {"name": "bij een ander deel van het programma"}

    way = forms.ChoiceField(
        label="Welke bladzijde?",
        choices=[
            (SHIPPED, "Re-integratie officier (RIO), met de tekst die Regie meebrengt"),
            (OWN, "Een ander deel van het programma, nog leeg"),
        ],
        widget=forms.RadioSelect,
    )
    name = WordsField(
        label="Hoe heet dat deel?",
        longest=120,
        lines=1,
        required=False,
        help_text="Bijvoorbeeld Jeugd Preventie Platform.",
    )

    @property
    def is_shipped(self) -> bool:
        """Whether it begins with words of Regie."""
        return self.cleaned_data["way"] == SHIPPED


class BlockForm(VerbForm):
    """What is asked of a block of this kind."""

    year = forms.IntegerField(
        label="Welk jaar?",
        widget=NUMBER,
        error_messages={"invalid": "Dit is geen jaar. Vul vier cijfers in, zoals 2026."},
    )
    text = WordsField(
        label="Tekst",
        longest=LONGEST["text"],
        lines=10,
        help_text="Elke regel wordt een alinea. Schrijf niets waaraan iemand te herkennen is.",
    )
    definition = WordsField(
        label="Hoe wordt dit gemeten?",
        longest=LONGEST["definition"],
        lines=3,
        required=False,
        help_text="Wat wordt geteld, van wie, en waar het cijfer vandaan komt. "
        "Zonder dit en zonder indicator staat er: niet meetbaar, definitie ontbreekt.",
    )
    indicators = forms.MultipleChoiceField(
        label="Met welke indicator wordt dit gemeten?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Het laatste cijfer komt op de bladzijde te staan, met dat van Nederland ernaast.",
        error_messages={"invalid_choice": "Deze indicator kennen we hier niet."},
    )
    title = WordsField(label="Titel van de link", longest=LONGEST["title"], lines=1)
    url = WordsField(
        label="Adres",
        longest=LONGEST["url"],
        lines=1,
        required=False,
        help_text="Bijvoorbeeld https://www.example.nl.",
    )

    def __init__(
        self,
        *args: Any,
        kind: str,
        known: bool = False,
        indicators: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["indicators"].choices = indicators  # type: ignore[attr-defined]
        asked = {"title", "url"} if kind == BlockKind.LINK else {"text"}
        asked |= {"definition"} if kind == BlockKind.RESULT else set()
        asked |= {"indicators"} if kind == BlockKind.RESULT and indicators else set()
        asked |= {"year"} if kind in YEARLY and not known else set()
        for name in {"year", "text", "definition", "indicators", "title", "url"} - asked:
            del self.fields[name]

    @property
    def account(self) -> BlockAccount:
        """What was written."""
        typed = self.cleaned_data
        words = {name: typed.get(name, "") for name in ("text", "title", "url", "definition")}
        return BlockAccount(**words, indicators=tuple(typed.get("indicators", ())))

    @property
    def year_typed(self) -> int | None:
        """Of which year it is."""
        return self.cleaned_data.get("year")


class OrderForm(VerbForm):
    """A place for each block, as a number; what has the same number keeps the order it had."""

    def __init__(self, *args: Any, kinds: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = kinds
        for place, kind in enumerate(kinds, start=1):
            self.fields[f"place_{kind}"] = forms.IntegerField(
                label=BlockKind(kind).label,
                initial=place,
                min_value=0,
                max_value=999,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
                error_messages={
                    "required": "Vul een plek in, zoals 1.",
                    "invalid": "Vul een heel getal in, alleen cijfers.",
                    "min_value": "Vul een plek in, zoals 1.",
                    "max_value": "Vul een plek in, zoals 1.",
                },
            )

    @property
    def chosen(self) -> list[str]:
        """The kinds in the order that was typed."""
        return sorted(self.kinds, key=lambda kind: self.cleaned_data[f"place_{kind}"])
