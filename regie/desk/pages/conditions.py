"""What is around him, in words: what holds now, what comes, and all that was ever told."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse

from regie.detention.enums import HearingKind, HearingOutcome
from regie.detention.models import Hearing
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.queries import conditions_of, told_around
from regie.persons.models import Person
from regie.ui.parts import Action, Badge, Crumb, Item
from regie.ui.words import clock_time, moment, on_weekday

TITLE = "Voorwaarden en zittingen"
AHEAD, HOLDS, OVER = Badge("Komt nog"), Badge("Geldt nu", "positive"), Badge("Voorbij", "neutral")
NAMES: Mapping[type[ConditionFact], str] = {Hearing: "hearing"}


@dataclass(frozen=True)
class ConditionsCard:
    """What holds around him today and what comes next; the way to all that was told, and to telling more."""

    items: tuple[Item, ...]
    actions: tuple[Action, ...]
    url: str


@dataclass(frozen=True)
class ConditionLine:
    """One fact with all that we know of it, whether it still holds, and what its officer can do with it."""

    item: Item
    told: str
    badge: Badge
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class ConditionsPage:
    """All that was told of what is around him; what is over as well."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    lines: tuple[ConditionLine, ...]


def conditions_card(person: Person, *, on: date, editable: bool) -> ConditionsCard:
    """What holds today and what is next; one query."""
    facts = conditions_of(person, on=on).all
    items = (described(fact, _correct_url(person, fact) if editable else "") for fact in facts)
    return ConditionsCard(
        tuple(items), _telling(person) if editable else (), reverse("desk:conditions", args=[person.ref])
    )


def conditions_page(person: Person, *, on: date, editable: bool) -> ConditionsPage:
    """Everything that was told, newest first; one query."""
    back = reverse("desk:person", args=[person.ref])
    crumbs = (Crumb("Mijn jongeren", reverse("desk:people")), Crumb(str(person), back), Crumb(TITLE))
    lines = (_line(person, fact, on=on, editable=editable) for fact in told_around(person))
    return ConditionsPage(TITLE, str(person), crumbs, _telling(person) if editable else (), tuple(lines))


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
        _capital(words),
        _dotted(_capital(kind), fact.court, _capital(outcome) + until, fact.source),
    )


WORDS: Mapping[type[ConditionFact], Any] = {Hearing: _hearing}


def _line(person: Person, fact: ConditionFact, *, on: date, editable: bool) -> ConditionLine:
    badge = OVER if fact.over(on=on) else HOLDS if fact.begun(on=on) else AHEAD
    told = f"Vastgelegd op {moment(fact.recorded_at)} door {fact.recorded_by_label}"
    actions = (
        Action("Verbeteren", _correct_url(person, fact)),
        Action("Intrekken", reverse(f"desk:withdraw_{NAMES[type(fact)]}", args=[person.ref, fact.ref])),
    )
    return ConditionLine(described(fact), told, badge, actions if editable else ())


def _correct_url(person: Person, fact: ConditionFact) -> str:
    return reverse(f"desk:correct_{NAMES[type(fact)]}", args=[person.ref, fact.ref])


def _telling(person: Person) -> tuple[Action, ...]:
    return (Action("Zitting vastleggen", reverse("desk:tell_hearing", args=[person.ref])),)


def _dotted(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
