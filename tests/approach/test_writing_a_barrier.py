"""Writing what can stand in his way: that it is something else is always there, and he himself never is a barrier."""

from datetime import date

import pytest

from regie.approach.queries import approach_for
from regie.approach.rules import OTHER_BARRIER, Entry, Wrong, setting_of
from tests.cast import Cast


def kinds(**said: object) -> tuple[Entry, ...]:
    read: tuple[Entry, ...] = setting_of("content.barrier_kinds").kind.read(said)
    return read


def test_each_with_its_words():
    queue, deposit = kinds(queue={"title": "Wachtlijst", "text": "Waar?"}, deposit="Geen borg")
    assert (queue, deposit) == (Entry("queue", "Wachtlijst", "Waar?"), Entry("deposit", "Geen borg"))


@pytest.mark.parametrize(
    "title",
    [
        "Niet gemotiveerd genoeg: ongemotiveerd",
        "Gebrek aan motivatie",
        "Hij wil niet",
        "De jongere werkt niet mee",
        "Weigert hulp",
        "Zorgmijder",
        "Zijn houding",
        "Eigen schuld",
    ],
)
def test_he_himself_is_refused_however_it_is_called(title: str):
    for said in (title, {"title": "Iets", "text": title}):
        with pytest.raises(Wrong, match="nooit hijzelf"):
            kinds(that=said)


@pytest.mark.parametrize(
    "title", ["Bank weigert een rekening", "Inhouding op zijn uitkering", "Pand wil niet"]
)
def test_what_another_does_is_a_barrier(title: str):
    assert kinds(that=title)[0].title == title


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({OTHER_BARRIER.code: "Anders"}, "altijd al een keuze"),
        ({"Met-Hoofdletter": "Iets"}, "kleine letters"),
        ({"a": {"title": "A", "blame": True}}, "mogen alleen title en text"),
        ({}, "schrijf een lijst"),
    ],
)
def test_what_cannot_be_written(said: dict[str, object], says: str):
    with pytest.raises(Wrong, match=says):
        kinds(**said)


def test_the_national_profile_has_them(cast: Cast):
    found = approach_for(cast.here, on=date(2026, 11, 18)).barrier_kinds
    assert "Geen postadres" in [one.title for one in found]
    assert len(found) == 13
