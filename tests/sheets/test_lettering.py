"""A name of any alphabet on paper: what no font has is said, and never an empty box without a word."""

import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.sheets.lettering import INSTEAD, covered, lettered
from regie.sheets.making import make
from tests.sheets.reading import faults, said
from tests.sheets.test_making import CONTENT, HEADING


def both(text: str) -> tuple[Any, list[str]]:
    unknown: dict[str, None] = {}
    return lettered(text, unknown), list(unknown)


class TestANameIsShown:
    @pytest.mark.parametrize(
        "name",
        [
            "Nguyễn Thị Đặng",
            "Жанна Щербакова",
            "محمد العلي",
            "İbrahim Şahin",
            "Łukasz Wójcik",
            "Αλέξης",
            "Դավիթ",
        ],
    )
    def test_in_its_own_letters(self, name: str):
        assert both(name) == (unicodedata.normalize("NFC", name), [])
        pdf = make("my_plan", CONTENT | {"name": name}, HEADING)
        assert faults(pdf) == []
        assert "Op de plek van" not in said(pdf)

    def test_the_same_however_it_was_typed(self):
        assert both(unicodedata.normalize("NFD", "Nguyễn"))[0] == unicodedata.normalize("NFC", "Nguyễn")

    def test_with_a_picture_of_a_telephone(self):
        assert both("Top 👍🚀")[1] == []
        assert faults(make("my_plan", CONTENT | {"name": "Top 👍🚀 👨‍👩‍👧"}, HEADING)) == []

    def test_what_no_font_has_is_said_and_the_rest_is_printed(self):
        assert both("李 Jayden 李") == (f"{INSTEAD} Jayden {INSTEAD}", ["U+674E"])
        pdf = make("my_plan", CONTENT | {"name": "李 Jayden"}, HEADING)
        assert faults(pdf) == []
        assert "Op de plek van □ hoort een teken dat dit papier niet kent: U+674E." in said(pdf)
        assert "Jayden" in said(pdf)

    def test_in_the_title_and_who_made_it_too(self):
        pdf = make("my_plan", CONTENT, replace(HEADING, title="Plan 李", by="Noor 王"))
        assert faults(pdf) == []
        assert "U+674E, U+738B" in said(pdf)

    def test_a_letter_that_only_one_program_knows_is_no_letter(self):
        assert both("\ue000") == (INSTEAD, ["U+E000"])
        assert ord("\uef00") in covered()
        assert both("\uef00") == (INSTEAD, ["U+EF00"])


class TestWhatNobodySees:
    def test_cannot_turn_a_line_around_or_hide(self):
        assert both("a\u202eb\u200bc\x00d\ufeffe\ufe0f")[0] == "abcde"

    def test_letters_that_are_joined_stay_joined(self):
        persian, family = "می\u200cخواهم", "👨\u200d👩\u200d👧"
        assert both(persian) == (persian, [])
        assert both(family) == (family, [])

    def test_a_tab_is_a_space(self):
        assert both("a\tb") == ("a b", [])

    def test_lines_end_in_one_way(self):
        assert both("een\r\ntwee\rdrie\u2028vier")[0] == "een\ntwee\ndrie\nvier"


@given(st.text())
def test_every_sign_that_is_left_is_in_a_font(text: str):
    shown, unknown = both(text)
    assert all(ord(sign) in covered() or sign in "\n\u200c\u200d" for sign in shown)
    assert (shown.count(INSTEAD) > text.count(INSTEAD)) == bool(unknown)


@pytest.mark.prove
@given(st.text(min_size=1, max_size=200))
def test_any_text_makes_a_sheet_without_fault(text: str):
    assert faults(make("my_plan", CONTENT | {"name": text}, HEADING)) == []
