"""What each rule of a term gives by days that a reader types, of nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regie.approach.enums import Anchor
from regie.approach.models import Edition
from regie.approach.queries import approach_of
from regie.clocks.rules import CaseFacts, Silent, Term, Told, reckon
from regie.ui.words import by_when, capital, written

# Field → what is counted from it. A release that is still to come and one that was, are one day here.
ANCHORS = {
    "aangemeld": (Anchor.REFERRED,),
    "binnen": (Anchor.DAY_ONE,),
    "contact": (Anchor.LAST_CONTACT,),
    "zitting": (Anchor.HEARING,),
    "vrij": (Anchor.RELEASE, Anchor.RELEASED),
}
ASKED = {anchor for anchors in ANCHORS.values() for anchor in anchors}


@dataclass(frozen=True)
class Example:
    """What one rule gives, in a sentence; `given` says whether a day came out."""

    words: str
    given: bool


def example_of(in_force: Sequence[Edition], days: Mapping[str, date], *, on: date) -> dict[str, Example]:
    """By the code of its rule what these days give; nothing when no day was typed."""
    if not days:
        return {}
    told = {
        anchor: [Told(days[name], name, name)]
        for name, anchors in ANCHORS.items()
        if name in days
        for anchor in anchors
    }
    facts = CaseFacts(told=told, birth_date=days.get("geboren"))
    reckoning = reckon(approach_of(in_force).deadlines, facts, on=on)
    silent = {one.rule.code: Example(_silence(one, told), given=False) for one in reckoning.silent}
    return silent | {one.rule.code: Example(_given(one), given=True) for one in reckoning.terms}


def _given(term: Term) -> str:
    if term.due is None or term.rule.opens:
        return f"Op zijn vroegst op {written(term.due)}."
    return by_when(term.due, term.earliest)


def _silence(silent: Silent, told: Mapping[Anchor, object]) -> str:
    anchor = silent.rule.anchor
    if anchor in told:
        return silent.why
    return (
        f"Vul hierboven {anchor.label} in." if anchor in ASKED else f"{capital(anchor.label)} zit er niet in."
    )
