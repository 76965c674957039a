"""What somebody types to find a young person: names as heard, birth dates as the Dutch write them, a BSN."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.base.errors import NotValid
from regie.persons.rules import Identity, Sought, distance, sought_by

TODAY, BORN = date(2026, 11, 18), date(2004, 5, 3)
MO = Identity("Mohamed", "El Amrani", BORN)


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ("Jayden Muller", Sought(("jayden", "muller"))),
        ("Sanne van der Bérg", Sought(("sanne", "berg"))),
        ("van der", Sought(("van", "der"))),
        ("3-5-2004", Sought((), BORN)), ("3 mei 2004", Sought((), BORN)), ("3/5/04", Sought((), BORN)),
        ("03052004", Sought((), BORN)), ("3 5 2004", Sought((), BORN)), ("2004-05-03", Sought((), BORN)),
        ("jayden 3 mei 2004", Sought(("jayden",), BORN)), ("3-5-2004 jayden", Sought(("jayden",), BORN)),
        ("jayden 2004", Sought(("jayden",), None, 2004)), ("2004", Sought((), None, 2004)),
        ("999990019", Sought(bsn="999990019")), ("9999 90 019", Sought(bsn="999990019")),
        ("jayden 999990019", Sought(bsn="999990019")),
    ],
)  # fmt: skip
def test_what_was_typed_is_understood(typed: str, sought: Sought):
    assert sought_by(typed, on=TODAY) == sought


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("a", "minstens twee letters"), ("12", "minstens twee letters"), (" ", "minstens twee letters"),
        ("🌷", "minstens twee letters"), ("999990018", "Dit BSN klopt niet"),
        ("31-2-2004", "Deze geboortedatum kan niet"), ("99999999", "minstens twee letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_searched_by_is_said(typed: str, sentence: str):
    with pytest.raises(NotValid, match=sentence):
        sought_by(typed, on=TODAY)


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("muhamed el amrani", MO), ("amrani mohamed", MO), ("mohammed", MO), ("amr", MO), ("elamrani", MO),
        ("mrani", MO), ("mohamed 3-5-2004", MO), ("mohamed 5-3-2004", MO), ("mohamed 2004", MO),
        ("mohamed 3-5-2004", Identity("Mohamed", "", None)),
        ("köhler", Identity("Sanne", "Kohler")), ("kohler", Identity("Sanne", "Köhler")),
        ("van den berg", Identity("Lina", "Berg")), ("berg", Identity("Lina", "van den Berg")),
        ("vandenberg", Identity("Lina", "van den Berg")), ("ben ali", Identity("", "Benali")),
        ("benali", Identity("", "Ben Ali")), ("meyer", Identity("", "Meijer")), ("yilmas", Identity("", "Yılmaz")),
        ("jaiden", Identity("Jayden", "")), ("JAYDEN", Identity("Jayden", "")), ("el", MO),
    ],
)  # fmt: skip
def test_he_is_found(typed: str, person: Identity):
    assert distance(sought_by(typed, on=TODAY), person) is not None


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("kevin", MO), ("mohamed smeets", MO), ("mohamed 4-5-2004", MO), ("mohamed 2003", MO), ("bea", Identity("Bo", "")),
        ("ko", Identity("Kaya", "")), ("3-5-2004", Identity("Mohamed", "", None)), ("2004", Identity("Mo", "", None)),
        ("jan", Identity("🌷", "")),
    ],
)  # fmt: skip
def test_he_is_somebody_else(typed: str, person: Identity):
    assert distance(sought_by(typed, on=TODAY), person) is None


def test_who_is_exactly_so_comes_before_who_is_almost_so():
    sought = sought_by("ali", on=TODAY)
    exactly, begins, almost, within = (
        distance(sought, Identity(name, "")) for name in ("Ali", "Alijev", "Aly", "Benali")
    )
    assert exactly == 0
    assert exactly < begins < almost < within


@given(st.text(max_size=300), st.text(max_size=30), st.text(max_size=30), st.none() | st.dates())
def test_whatever_is_typed_is_answered_or_refused_in_words(
    typed: str, given: str, family: str, born: date | None
):
    try:
        sought = sought_by(typed, on=TODAY)
    except NotValid:
        return
    assert sought.bsn or distance(sought, Identity(given, family, born)) in {None, *range(1_000)}


@given(
    st.text(max_size=30).filter(lambda name: any(map(str.isalpha, name))),
    st.dates(date(1980, 1, 1), date(2012, 1, 1)),
)
def test_everyone_is_found_by_his_birth_date_as_written(name: str, born: date):
    assert distance(sought_by(f"{born:%d-%m-%Y}", on=TODAY), Identity(name, "", born)) == 0
