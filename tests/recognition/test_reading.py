"""Unknown is allowed, wrong is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regie.base.errors import NotValid
from regie.recognition.rules import Part, Reading, looks_like_a_list, read, read_row, rows_of, text_of

TODAY = date(2026, 11, 24)
FACILITIES = {"PI Zuid-Oost, locatie Sittard": ("PI Sittard",)}


def reading(text: str) -> Reading:
    return read(text, facilities=FACILITIES, today=TODAY)


def found(text: str) -> dict[Part, object]:
    people = reading(text).people
    return {part: item.value for person in people for part, item in person.findings.items()}


def test_labels_in_any_order_are_read():
    assert found("GEB.DATUM: 17 april 2005\nNaam: Muller, Jayden\nInrichting\tPI Sittard") == {
        Part.BIRTH_DATE: date(2005, 4, 17),
        Part.GIVEN_NAMES: "Jayden",
        Part.FAMILY_NAME: "Muller",
        Part.FACILITY: "PI Zuid-Oost, locatie Sittard",
    }


@pytest.mark.parametrize(
    "trap",
    [
        "Casemanager: Els Janssen",
        "Contactpersoon\n\nNaam: Els Janssen",
        "zijn moeder Karin Muller, geboren op 3 mei 1970",
        "Kind\nNaam: Levi Muller\nGeboren: 3-5-2012",
        "Met vriendelijke groet\nNaam: Els Janssen",
        "> Naam: Els Janssen",
        "Van: a\nNaam: Els Janssen",
        "Geboren: 31-2-2004",
        "Geboren: 3 mei",
        "Geboren: maandag 4 mei 2004",
        "Geboren: 05/17/2004",
        "Geboren: 3-5-2030",
        "BSN: 123456789",
        "Parketnummer: 03/123456-26",
        "Duur: 9 maanden waarvan 3 maanden voorwaardelijk",
        "Insluitdatum: 3-5-2026\nOntslagdatum: 3-4-2026",
        "Ontslagdatum: 3-4-2026\nOntslagdatum: 4-4-2026",
        "Naam: jayden\nNaam: J. Muller",
        "Naam: PI Sittard",
        "Naam: Jan Peter Muller",
        "Naam: Jayden Muller BSN 111222333",
    ],
)
def test_a_trap_tells_nothing(trap: str):
    assert found(trap) == {}


def test_two_people_keep_their_own():
    one, two = reading("Naam: Muller, Jayden\nGeboren: 3-5-2004\n\nNaam: Bos, Sem\nGeboren: 4-6-2005").people
    assert one.findings[Part.BIRTH_DATE].value == date(2004, 5, 3)
    assert two.findings[Part.BIRTH_DATE].value == date(2005, 6, 4)


def test_bij_is_no_common_word():
    assert reading("BIJ-melding").is_bij
    assert not reading("bij melding van vertrek bij ons").is_bij


@given(st.text())
@settings(deadline=None)
def test_no_text_raises(text: str):
    reading(text)
    rows_of(text)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_dutch_letters_come_out_right(coding: str):
    assert (
        text_of("Naam: Daniël Café".encode(coding), filename="a.txt").lstrip("\ufeff") == "Naam: Daniël Café"
    )


@pytest.mark.parametrize("data", [b"", b"  ", b"x" * 5_242_881, b"PK\x03\x04x", b"%PDF-1.4 kapot", b"a\x00b"])
def test_what_is_no_text_is_refused(data: bytes):
    with pytest.raises(NotValid):
        text_of(data, filename="a")


def test_a_bad_line_loses_no_other():
    table = rows_of('sep=;\nNaam;Geboren\n"Muller, Jayden";3-5-2004\nBos;\n"Bos, Sem";4-6-2005;x\n')
    read_rows = [read_row(table.header, row, facilities=FACILITIES, today=TODAY) for row in table.rows]
    assert [isinstance(item, str) for item in read_rows] == [False, False, True]
    assert looks_like_a_list("Naam;Geboren\nA;B")


def test_an_end_to_come_is_no_end_yet():
    (person,) = reading("Naam: Muller, Jayden\nEinde detentie: 3-5-2027").people
    assert person.kind is None


def test_a_sentence_of_prose_is_read():
    said = found(
        "Jayden Muller, geboren op 17 april 2005, is op 20 november 2026 binnengekomen in PI Sittard."
    )
    assert said == {
        Part.GIVEN_NAMES: "Jayden",
        Part.FAMILY_NAME: "Muller",
        Part.BIRTH_DATE: date(2005, 4, 17),
        Part.ENTERED_ON: date(2026, 11, 20),
        Part.FACILITY: "PI Zuid-Oost, locatie Sittard",
    }


@pytest.mark.parametrize(
    "move",
    [
        "Overplaatsing: van PI Vught naar PI Sittard",
        "Hij wordt morgen overgeplaatst naar PI Sittard.",
        "Overgeplaatst naar: PI Sittard",
    ],
)
def test_where_he_is_moved_to_is_not_sure_without_the_day(move: str):
    assert Part.FACILITY not in found(f"Naam: Muller, Jayden\n{move}")
