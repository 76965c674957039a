"""Each fact of what is around him, in words."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from regie.detention.enums import HearingKind, HearingOutcome, OpenSanctionKind
from regie.detention.models import Hearing, OpenSanction, SafetyNote, SpecialCondition, Supervision
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.models.lasting_fact import LastingFact
from regie.ui.parts import Item
from regie.ui.words import capital, clock_time, days, on_weekday, written


def described(fact: Any, url: str = "") -> Item:
    """One fact in words."""
    return replace(WORDS[type(fact)](fact), url=url)


def _hearing(fact: Hearing) -> Item:
    words = ", ".join(filter(None, [on_weekday(fact.happened_on), clock_time(fact.time_of_day)]))
    kind = fact.get_kind_display() if fact.kind != HearingKind.UNKNOWN else ""
    outcome = fact.get_outcome_display() if fact.outcome != HearingOutcome.UNKNOWN else ""
    until = f" tot {on_weekday(fact.postponed_to)}" if fact.postponed_to else ""
    return Item(
        "Zitting",
        capital(words),
        _dotted(capital(kind), fact.court, capital(outcome) + until, fact.source),
    )


def _supervision(fact: Supervision) -> Item:
    words = f"Door {fact.by_whom}" if fact.by_whom else "Door wie is niet bekend"
    return Item("Toezicht", words, _dotted(_period(fact), fact.source))


def _special(fact: SpecialCondition) -> Item:
    words = fact.words or "Wat er precies staat, is niet bekend"
    return Item(capital(fact.get_kind_display()), words, _dotted(_period(fact), fact.source))


def _sanction(fact: OpenSanction) -> Item:
    as_of = f"Stand op {written(fact.as_of)}" if fact.as_of else ""
    settled = f"Afgedaan op {written(fact.ended_on)}" if fact.ended_on else ""
    words = ". ".join(filter(None, [_amount(fact), fact.words]))
    return Item(capital(fact.get_kind_display()), words, _dotted(as_of, settled, fact.source))


def _amount(fact: OpenSanction) -> str:
    if fact.kind == OpenSanctionKind.OTHER:
        return ""
    if fact.amount is None:
        return "Hoeveel is niet bekend"
    number = f"{fact.amount:,}".replace(",", ".")
    if fact.kind == OpenSanctionKind.FINE:
        return f"€ {number}"
    return f"{number} uur" if fact.kind == OpenSanctionKind.COMMUNITY_SERVICE else days(fact.amount)


def _note(fact: SafetyNote) -> Item:
    ended = f"Beëindigd op {written(fact.ended_on)}" if fact.ended_on else ""
    until = ended or f"Tot en met {written(fact.until)}"
    return Item(
        "Veiligheidsnotitie", fact.words, _dotted(capital(fact.get_ground_display()), until, fact.source)
    )


WORDS: Mapping[type[ConditionFact], Callable[[Any], Item]] = {
    Hearing: _hearing,
    Supervision: _supervision,
    SpecialCondition: _special,
    OpenSanction: _sanction,
    SafetyNote: _note,
}


def _period(fact: LastingFact) -> str:
    """From when until when: Vanaf 3 mei 2026, tot en met 2 mei 2027; what is not known is said."""
    since = f"Vanaf {written(fact.since)}" if fact.since else "Vanaf wanneer is niet bekend"
    if not (fact.since or fact.until or fact.ended_on):
        return "Vanaf wanneer en tot wanneer is niet bekend"
    if fact.ended_on:
        return f"{since}, beëindigd op {written(fact.ended_on)}"
    return f"{since}, {f'tot en met {written(fact.until)}' if fact.until else 'tot wanneer is niet bekend'}"


def _dotted(*parts: str) -> str:
    return " · ".join(filter(None, parts))
