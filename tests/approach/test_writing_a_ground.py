"""Writing on what something may be told to another: on what it rests, and which kinds of data it can carry."""

from typing import Any

import pytest

from regie.approach.enums import Carried, GroundKind
from regie.approach.rules import GroundRule, Wrong, approach_from, read_layer, setting_of
from regie.privacy.declarations import Kind
from tests.factories.approaches import shipped

EVERY = "content.grounds"


def grounds(**said: Any) -> tuple[GroundRule, ...]:
    kind: Any = setting_of(EVERY).kind
    read: tuple[GroundRule, ...] = kind.read(said)
    return read


def test_on_what_it_rests_and_what_it_can_carry():
    said = {"title": "Zorg", "article": " Wmo 2015 ", "kind": "request", "carries": ["special", "personal"]}
    (found,) = grounds(care=said)
    carries = (Carried.PERSONAL, Carried.SPECIAL)
    assert found == GroundRule("care", "Zorg", "", "Wmo 2015", GroundKind.REQUEST, carries)


def test_an_older_edition_that_says_nothing_carries_personal_data_by_law():
    (found,) = grounds(care="Zorg")
    assert (found.kind, found.carries) == (GroundKind.LAW, (Carried.PERSONAL,))


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"kind": "gut"}, "x: kind: gut kennen we niet; kies uit law, request, pending"),
        ({"kind": ["law"]}, "x: kind: "),
        ({"carries": "personal"}, "x: carries: schrijf een lijst tussen"),
        ({"carries": ["health"]}, "x: carries: health kennen we niet; kies uit personal, special, criminal"),
        ({"carries": []}, "x: carries: personal hoort er altijd bij"),
        ({"carries": ["criminal"]}, "x: carries: personal hoort er altijd bij"),
        ({"carry": ["personal"]}, "mogen alleen title en text"),
        ({"article": 3}, "x: article: schrijf waar het staat"),
    ],
)
def test_what_cannot_be_written(said: dict, says: str):
    with pytest.raises(Wrong, match=says):
        grounds(x={"title": "T"} | said)


def test_a_wrong_ground_is_said_with_its_line():
    text = shipped("national")
    at = text.index("kind: request")
    number = text[:at].count("\n") + 1
    with pytest.raises(Exception, match="own_request: kind: gut kennen we niet") as refused:
        read_layer(text.replace("kind: request", "kind: gut", 1))
    (problem,) = refused.value.problems
    assert problem.line <= number


def test_the_kinds_are_those_of_what_a_field_holds():
    assert {one.value for one in Carried} == {one.value for one in Kind} - {Kind.ORDINARY}


def test_the_page_says_both_in_words():
    kind: Any = setting_of(EVERY).kind
    words = kind.words(grounds(care={"title": "Zorg", "article": "Wmo", "carries": ["personal", "special"]}))
    assert words == "Zorg (Wmo): volgens de wet, voor gewone persoonsgegevens, gegevens over gezondheid"


def test_what_we_ship_says_what_each_carries_and_stays_to_be_verified():
    layer = read_layer(shipped("national"))
    rule = layer.rules[EVERY]
    assert not rule.verified
    assert "eigen lezing" in rule.text
    for ground in rule.value:
        assert "Te verifiëren" in ground.text
    kinds = {one.code: one.kind for one in rule.value}
    assert kinds["own_request"] is GroundKind.REQUEST
    assert kinds["privacy_officer_decides"] is GroundKind.PENDING
    (pending,) = (one for one in rule.value if one.kind is GroundKind.PENDING)
    assert pending.carries == (Carried.PERSONAL,)


def test_how_long_somebody_is_involved_is_of_the_approach():
    layer = read_layer(shipped("national"))
    assert not layer.rules["involvement.longest"].verified
    assert approach_from([layer], editions=(1,)).longest_involvement == 12
    older = shipped("national").replace("  involvement.longest:", "  # involvement.longest:", 1)
    start = older.index("  # involvement.longest:")
    stop = older.index("  # Wat hij leest.")
    assert approach_from([read_layer(older[:start] + older[stop:])], editions=(1,)).longest_involvement == 12
