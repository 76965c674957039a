"""Facts and rules as the tests of terms write them down."""

from datetime import date
from pathlib import Path
from typing import Any

from dateutil.relativedelta import relativedelta

from regie.approach.enums import Act, Anchor, Situation, Tone, Unit
from regie.approach.rules import Counting, DeadlineRule, Length, approach_from, read_layer
from regie.clocks.rules import CaseFacts, Reckoning, Term, Told, reckon

NATIONAL = Path(__file__).parents[2] / "approaches/national.yaml"
APPROACH = approach_from([read_layer(NATIONAL.read_text())], editions=(1,))
RULES, PHASES = APPROACH.deadlines, APPROACH.phases
INSIDE = {
    Situation.INSIDE: True,
    Situation.FREE: False,
    Situation.PRETRIAL: False,
    Situation.SENTENCED: True,
    Situation.IMPRISONED: True,
    Situation.ADULT_REGIME: True,
    Situation.YOUTH_REGIME: False,
}
FREE = {
    Situation.INSIDE: False,
    Situation.FREE: True,
    Situation.PRETRIAL: False,
    Situation.SENTENCED: False,
    Situation.IMPRISONED: False,
}


def facts(
    *,
    situations: dict[Situation, bool | None] | None = None,
    born: date | None = date(2004, 5, 3),
    sentence: relativedelta | None = None,
    **days: date | Told,
) -> CaseFacts:
    """What is known of him: a day for each anchor by its code; inside and sentenced unless told otherwise."""
    told = {
        Anchor(code): [day if isinstance(day, Told) else Told(day, code, code)] for code, day in days.items()
    }
    return CaseFacts(told, INSIDE if situations is None else situations, born, sentence)


def rule(code: str = "a_term", **changes: Any) -> DeadlineRule:
    """Four weeks after day one, for the officer, unless told otherwise."""
    counting = Counting(Anchor.DAY_ONE, Length(4, Unit.WEEKS))
    told: dict[str, Any] = {
        "title": "Iets doen", "counting": counting, "act": Act.OFFICER, "tone": Tone.LOUD
    }  # fmt: skip
    return DeadlineRule(code, **(told | changes))


def shipped(code: str) -> DeadlineRule:
    """A rule of the national profile as it ships."""
    return next(one for one in RULES if one.code == code)


def term(code: str, known: CaseFacts, *, on: date) -> Term | None:
    """The term that one shipped rule gives among all of them; None when it gives none."""
    return next(
        (one for one in reckon(RULES, known, on=on, phases=PHASES).terms if one.rule.code == code), None
    )


def why_silent(code: str, known: CaseFacts, *, on: date) -> str:
    """Why a shipped rule gives no term; empty when it gives one."""
    return next(
        (one.why for one in reckon(RULES, known, on=on, phases=PHASES).silent if one.rule.code == code), ""
    )


def all_of(known: CaseFacts, *, on: date) -> Reckoning:
    """Everything that the shipped rules say."""
    return reckon(RULES, known, on=on, phases=PHASES)
