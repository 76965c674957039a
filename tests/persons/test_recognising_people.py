"""When two descriptions are of one person: spelling, diacritics, Dutch particles, birth date and BSN."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.base.errors import NotValid
from regie.persons.enums import Likeness
from regie.persons.rules import Identity, age, clean_bsn, fold, likeness, sound

BORN = date(2004, 5, 3)
ONE_BSN, OTHER_BSN = "999990019", "123456782"


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Van der Vélden", "velden"), ("van 't Hof", "hof"), ("'t Hart", "hart"), ("El Idrissi", "idrissi"),
        ("Köhler", "kohler"), ("Yılmaz", "yilmaz"), ("Łukasz", "lukasz"), ("de la Cruz-Núñez", "cruz nunez"),
        ("In", "in"), ("", ""), ("🌷", ""),
    ],
)  # fmt: skip
def test_a_name_is_folded(name: str, folded: str):
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jansen", "Janssen"), ("Meijer", "Meyer"), ("Schouten", "Schauten"), ("Philips", "Filips"),
        ("Bakker", "Baker"),
        ("de Vries", "Vries"), ("Kuijpers", "Kuypers"), ("Claessen", "Klaassen"), ("Schmidt", "Schmit"),
        ("Yılmaz", "Yilmas"), ("Thijssen", "Tijsen"), ("El Khattabi", "Katabi"),
    ],
)  # fmt: skip
def test_spellings_sound_alike(one: str, other: str):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Identity("Jayden", "Muller", BORN), Identity("Jaiden", "Müller", BORN), Likeness.LIKELY),
        (Identity("Sanne", "van der Berg", BORN), Identity("Sanne", "Berg", BORN), Likeness.LIKELY),
        (Identity("Mohamed Ali", "El Amrani", BORN), Identity("Mohammed", "Amrani", BORN), Likeness.LIKELY),
        (Identity("Muller", "Jayden", BORN), Identity("Jayden", "Muller", BORN), Likeness.LIKELY),
        (Identity("", "Muller", BORN), Identity("Jayden", "Muller", BORN), Likeness.LIKELY),
        (Identity("Jayden", "Muller"), Identity("Jayden", "Muller", BORN), Likeness.POSSIBLE),
        (Identity("Jayden", "Muller", BORN), Identity("Jayden", "Muller", date(2004, 3, 5)), Likeness.POSSIBLE),
        (Identity("Jayden", "Muller", BORN), Identity("Jayden", "Muller", date(2001, 1, 1)), Likeness.DIFFERENT),
        (Identity("Jayden", "Muller", BORN), Identity("Kevin", "Smeets", BORN), Likeness.DIFFERENT),
        (Identity("Kevin", "Smeets", None, ONE_BSN), Identity("Jayden", "Muller", BORN, ONE_BSN), Likeness.SAME),
        (Identity("Jo", "Muller", BORN, ONE_BSN), Identity("Jo", "Muller", BORN, OTHER_BSN), Likeness.DIFFERENT),
    ],
)  # fmt: skip
def test_likeness(one: Identity, other: Identity, expected: Likeness):
    assert likeness(one, other) is expected


names = st.text(max_size=30)
identities = st.builds(Identity, names, names, st.none() | st.dates(), st.just(""))


@given(identities, identities)
def test_likeness_is_mutual(one: Identity, other: Identity):
    assert likeness(one, other) is likeness(other, one)


@given(names)
def test_folding_twice_is_folding_once(name: str):
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_every_text_is_a_bsn_or_refused_in_words(text: str):
    with suppress(NotValid):
        assert len(clean_bsn(text)) in (0, 9)


@pytest.mark.parametrize(
    ("typed", "clean"), [("999990019", "999990019"), (" 9999.90.019 ", "999990019"), ("", "")]
)
def test_a_bsn_is_cleaned(typed: str, clean: str):
    assert clean_bsn(typed) == clean


@pytest.mark.parametrize("typed", ["123456789", "12345678", "99999001", "000000000", "abc", "9999900190"])
def test_a_bsn_that_fails_the_elfproef(typed: str):
    with pytest.raises(NotValid, match="Dit BSN klopt niet"):
        clean_bsn(typed)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (BORN, date(2026, 5, 2), 21), (BORN, date(2026, 5, 3), 22), (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22), (None, date(2026, 1, 1), None),
    ],
)  # fmt: skip
def test_age(born: date | None, on: date, years: int | None):
    assert age(born, on=on) == years
