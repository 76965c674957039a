"""A sheet is made: the same everywhere, readable aloud, and what somebody typed is never an order to the machine."""

import io
import re
from datetime import UTC, datetime
from typing import Any

import pypdf
import pytest
import typst

from regie.sheets import making
from regie.sheets.making import LAYOUTS, Heading, make
from tests.sheets.reading import faults, pages, said

HEADING = Heading("Mijn plan", "Sittard-Geleen", "Noor", datetime(2026, 12, 1, 23, 30, tzinfo=UTC))
CALL = {
    "title": "Wie kan ik bellen?",
    "people": [{"picture": "phone", "name": "Noor", "number": ""}],
    "danger": {"picture": "ambulance", "words": "Bel 112."},
}
DO = {"picture": "phone", "words": "De gemeente bellen.", "lines": ["Wie: ik"]}
PART = {"title": "Een eigen kamer", "lines": ["Eerst dit."], "actions": [DO], "after": ""}
CONTENT: dict[str, Any] = {"name": "Jayden", "stands": "Vandaag.", "parts": [PART], "call": CALL}


def plan(**told: Any) -> bytes:
    return make("my_plan", CONTENT | told, HEADING)


class TestASheet:
    def test_can_be_read_aloud_and_kept(self):
        assert faults(plan()) == []

    def test_says_what_it_is_in_which_language_and_of_whom(self):
        reader = pypdf.PdfReader(io.BytesIO(plan()))
        assert reader.metadata is not None
        assert (reader.metadata.title, reader.metadata.author) == ("Mijn plan", "Sittard-Geleen")
        assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
        assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]

    def test_says_by_whom_and_on_which_day_here_it_was_made(self):
        assert "Gemaakt op woensdag 2 december 2026 door Noor." in said(plan())

    def test_numbers_its_pages(self):
        many = plan(parts=[PART] * 30)
        last = len(pages(many))
        assert last > 3
        assert f"Bladzijde {last} van {last}" in said(many)

    def test_is_the_same_twice(self):
        assert plan() == plan()
        made = pypdf.PdfReader(io.BytesIO(plan())).metadata
        assert made is not None
        assert made.creation_date == HEADING.at

    def test_reads_in_the_order_in_which_one_looks(self):
        words = said(plan())
        order = [
            "Jayden",
            "Een eigen kamer",
            "Eerst dit.",
            "De gemeente bellen.",
            "Wie: ik",
            "Wie kan ik bellen?",
        ]
        places = [words.index(one) for one in order]
        assert places == sorted(places)

    def test_has_our_fonts_in_it_and_no_other(self):
        fonts = {name for one in pages(plan(name="Жанна محمد 👍")) for name in _fonts(one)}
        assert fonts == {"SourceSans3-Regular", "SourceSans3-Bold", "DejaVuSans-Bold", "NotoEmoji-Regular"}


class TestWhatSomebodyTyped:
    @pytest.mark.parametrize(
        "typed",
        [
            '#read("base.typ")',
            "*vet* _schuin_ $x^2$",
            "= Kop",
            "#panic()",
            "\\ @noemer <label>",
            '"]) #let',
            "`code`",
        ],
    )
    def test_is_shown_and_never_done(self, typed: str):
        pdf = plan(name=typed)
        assert faults(pdf) == []
        assert typed in said(pdf)

    def test_keeps_its_lines(self):
        words = pages(plan(parts=[PART | {"lines": ["Eerste regel\nTweede regel"]}]))[0].extract_text()
        assert "Eerste regel\nTweede regel" in words

    @pytest.mark.parametrize("word", ["a" * 300, "https://example.nl/" + "b" * 120])
    def test_stays_on_the_paper_however_long_a_word_is(self, word: str):
        pdf = plan(name=word, parts=[PART | {"title": word, "actions": [DO | {"words": word}]}])
        lines = [line for one in pages(pdf) for line in one.extract_text().splitlines()]
        assert max(map(len, lines)) < 100  # where a page ends the reader takes two lines for one
        assert word in "".join(lines)
        assert faults(pdf) == []


def test_a_layout_asks_for_no_package_and_for_no_file_but_a_layout():
    for layout in LAYOUTS.iterdir():
        assert layout.suffix == ".typ"
        assert re.findall(r"@[\w-]+/|\b(?:read|plugin|csv|yaml|xml|cbor|toml)\(", layout.read_text()) == []


def test_a_layout_reads_nothing_outside_its_folder(monkeypatch, tmp_path):
    (tmp_path / "secret.txt").write_text("geheim")
    layouts = tmp_path / "layouts"
    layouts.mkdir()
    (layouts / "my_plan.typ").write_text('#read("../secret.txt")')
    monkeypatch.setattr(making, "LAYOUTS", layouts)
    with pytest.raises(typst.TypstError, match=r"escape|outside"):
        plan()


def _fonts(one: pypdf.PageObject) -> list[str]:
    return [
        str(font.get_object()["/BaseFont"]).partition("+")[2] for font in one["/Resources"]["/Font"].values()
    ]
