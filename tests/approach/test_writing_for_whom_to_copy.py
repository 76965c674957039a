"""Writing for whom may be copied: what goes is named, and all else is closed."""

from typing import Any

import pytest

from regie.approach.enums import CopiedKind
from regie.approach.rules import CopyRule, Wrong, read_layer, setting_of
from tests.factories.approaches import shipped

JPP = {"title": "JPP", "ground": "support", "purpose": "Overleg", "kinds": ["name"]}


def rules(**said: Any) -> tuple[CopyRule, ...]:
    kind: Any = setting_of("content.copied_for").kind
    read: tuple[CopyRule, ...] = kind.read(said)
    return read


def test_each_with_what_goes():
    kinds = ["name", "goals"]
    (found,) = rules(jpp=JPP | {"text": "Vertel het hem.", "kinds": kinds, "domains": ["housing"]})
    opened = (CopiedKind.NAME, CopiedKind.GOALS)
    assert found == CopyRule("jpp", "JPP", "Vertel het hem.", "support", "Overleg", opened, ("housing",))
    assert str(found) == "JPP: naam, doelen"


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("JPP", "purpose: schrijf het in woorden"),
        (JPP | {"purpose": " "}, "purpose: schrijf het in woorden"),
        (JPP | {"purpose": "a" * 201}, "purpose is te lang"),
        (JPP | {"title": "a" * 121}, "title is te lang"),
        (JPP | {"ground": 3}, "ground: schrijf het in woorden"),
        (JPP | {"kinds": []}, "schrijf wat er mee mag"),
        (JPP | {"kinds": "name"}, "schrijf een lijst tussen"),
        (JPP | {"kinds": ["lvb"]}, "lvb kennen we niet"),
        (JPP | {"kinds": ["steps"]}, "schrijf van welke leefgebieden"),
        (JPP | {"domains": "housing"}, "schrijf een lijst met codes van leefgebieden"),
        (JPP | {"domains": [True]}, "domains: schrijf het in woorden"),
        (JPP | {"alles": True}, "mogen alleen title en text"),
    ],
)
def test_what_cannot_be_written(said: Any, says: str):
    with pytest.raises(Wrong, match=says):
        rules(jpp=said)


@pytest.mark.parametrize("layer", ["national", "sittard-geleen"])
def test_what_we_ship_stays_to_be_verified_and_opens_no_words_of_his_nor_a_judgement(layer: str):
    rule = read_layer(shipped(layer)).rules["content.copied_for"]
    assert not rule.verified
    closed = {
        CopiedKind.WISHES,
        CopiedKind.HIS_VIEW,
        CopiedKind.JUDGEMENT,
        CopiedKind.HEALTH,
        CopiedKind.DEBTS,
        CopiedKind.NETWORK,
        CopiedKind.CONTACT_WORDS,
        CopiedKind.CONDITIONS,
    }
    assert all(closed.isdisjoint(one.kinds) and "care" not in one.domains for one in rule.value)
