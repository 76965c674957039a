"""A reading in words: whose eyes, how it goes, and whether a basic condition was met."""

from collections.abc import Collection
from datetime import date

from django.urls import reverse

from regie.approach.queries import Approaches
from regie.approach.rules import NOT_KNOWN
from regie.base.clock import day
from regie.plans.enums import Eye, MeasuredAt
from regie.plans.models import ConditionReading, DomainReading
from regie.ui.parts import Action, Item
from regie.ui.words import written

NOT_KNOWN_WORDS, NOT_ASKED_WORDS = "Niet bekend", "Niet gevraagd"


def eye(one: DomainReading) -> str:
    """Who says it: Hijzelf, Kredietbank (partner)."""
    if not one.who:
        return one.get_eye_display()
    return f"{one.who} ({'partner' if one.eye == Eye.PARTNER else 'netwerk'})"


def level(one: DomainReading, titles: dict[str, str]) -> str:
    """How it goes, as the approach calls it, or called it that day."""
    return NOT_KNOWN_WORDS if one.level == NOT_KNOWN else titles.get(one.level, one.level)


def quoted(words: str) -> str:
    """His or their own words."""
    return f"“{words}”" if words else ""


def titles_on(
    approaches: Approaches, name: str, told: Collection[DomainReading | ConditionReading], *now: date
) -> dict[str, str]:
    """Code → title of a list as it is called now, or was when something was told of it that left it; no query."""
    days = sorted({one.happened_on for one in told} | {day(one.recorded_at) for one in told}, reverse=True)
    return {code: entry.title for code, entry in approaches.entries(name, *now, *days).items()}


def reading_described(one: DomainReading) -> Item:
    """One of them alone; one query."""
    approaches = Approaches.of(one.trajectory.municipality, until=day(one.recorded_at))
    domains, levels = (titles_on(approaches, name, [one]) for name in ("life_domains", "reading_levels"))
    title = f"{domains.get(one.domain, one.domain)}, {written(one.happened_on)}"
    return Item(title, f"{eye(one)}: {level(one, levels)}", quoted(one.words))


def condition_described(one: ConditionReading) -> Item:
    """One of them alone; one query."""
    approaches = Approaches.of(one.trajectory.municipality, until=day(one.recorded_at))
    return condition_item(one, titles_on(approaches, "basic_conditions", [one]))


def condition_item(one: ConditionReading, titles: dict[str, str]) -> Item:
    """Whether it was met, at which moment, measured when, and who said so."""
    title = f"{titles.get(one.condition, one.condition)}, {MeasuredAt(one.moment).label.lower()}"
    source = f"Van: {one.source}" if one.source else ""
    more = (f"Gemeten op {written(one.happened_on)}", one.words, source)
    return Item(title, one.get_answer_display(), " · ".join(filter(None, more)))


def changing(name: str, one: DomainReading | ConditionReading) -> tuple[Action, ...]:
    """Telling it better, and taking it back."""
    return (
        Action("Verbeteren", reverse(f"desk:correct_{name}", args=[one.ref])),
        Action("Intrekken", reverse(f"desk:withdraw_{name}", args=[one.ref])),
    )
