"""Somebody writes a rule of a term in a file: what cannot be is refused in one sentence, with the line it stands on."""

import re

import pytest

from regie.approach.rules import read_layer
from regie.approach.rules.layer_text import Unreadable
from tests.clocks.terms import NATIONAL

TEXT = NATIONAL.read_text()
RULE = re.search(r"  deadlines\.end_leave:\n.*?verified: \w+\n", TEXT, re.DOTALL)[0]
OPENS, ONLY = "      opens: true\n", "only: [sentenced, adult_regime]"


def refusal(before: str, after: str) -> str:
    """Why the national profile is refused with this instead of that in its rule of end leave."""
    assert before in RULE, before
    with pytest.raises(Unreadable) as refused:
        read_layer(TEXT.replace(RULE, RULE.replace(before, after)))
    return str(refused.value)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param("before release", "before the_moon", "the_moon kennen we niet", id="an unknown anchor"),
        pytest.param("14 days", "two weeks", 'schrijf bijvoorbeeld "4 weeks', id="a length in words"),
        pytest.param(OPENS, f"{OPENS}      done_by: the_moon\n", "the_moon kennen we niet", id="done by what is not"),
        pytest.param(OPENS, f"{OPENS}      done_by: release\n", "dan is het nooit te laat", id="a cycle"),
        pytest.param(OPENS, f"{OPENS}      every: 0 weeks\n", "every: schrijf 1 of meer", id="again and at once"),
        pytest.param(OPENS, f"{OPENS}      not: [sentenced]\n", "only en not noemen hetzelfde", id="so and not so"),
        pytest.param("{from: 2025-07-15}", "{from: 2025-07-15, until: 2025-07-15}", "until ligt niet na", id="no law"),
        pytest.param("{from: 2025-07-15}", "{from: 2025-02-29}", "2025-02-29 is geen datum", id="29 February"),
        pytest.param("{from: 2025-07-15}", "{from: morgen}", "schrijf een datum", id="a day in words"),
        pytest.param(OPENS, f"{OPENS}      hard: true\n", "is geen harde termijn", id="hard for another"),
        pytest.param(OPENS, f"{OPENS}      ends: monday\n", "ends: kies next_working_day", id="ends on a Monday"),
        pytest.param(OPENS, f"{OPENS}      younger_than: 2x\n", "in hele jaren", id="an age in letters"),
        pytest.param("tone: expected", "tone: shouting", "shouting kennen we niet", id="an unknown tone"),
        pytest.param("act: facility", "act: somebody", "somebody kennen we niet", id="nobody's act"),
        pytest.param(ONLY, "only: [happy]", "happy kennen we niet", id="an unknown situation"),
        pytest.param(ONLY, "only: sentenced", "schrijf een lijst", id="one instead of a list"),
        pytest.param("      title: Eindverlof kan beginnen\n", "", "title ontbreekt", id="no title"),
        pytest.param("opens: true", "opent: true", "opent kennen we niet", id="a word we do not know"),
        pytest.param("opens: true", "opens: soms", "schrijf true of false", id="yes or no"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_the_rule(before: str, after: str, said: str):
    refused = refusal(before, after)
    assert re.match(r"regel \d+: ", refused)
    assert said in refused
