"""The brief, written from what was told: the officer reads it, changes it, and only then it goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from regie.escalations.enums import Level

ANONYMOUS = "Een jongere"


@dataclass(frozen=True)
class Tried:
    """One attempt as the brief tells it."""

    on: date
    words: str
    whom: str = ""
    answer: str = ""


@dataclass(frozen=True)
class BriefFacts:
    """What the brief is written from; `since` is None when nobody knows."""

    name: str
    kind: str
    words: str
    whose: str
    since: date | None
    costs: str
    steps: Sequence[str]
    attempts: Sequence[Tried]
    days: int
    question: str = ""


def draft(facts: BriefFacts, level: Level) -> str:
    """The proposal for a level; from the strategic level on without his name, days or whom we spoke.

    What he and his officer wrote in free words comes along as it was written: whether that tells who he is, is looked
    at when it is asked.
    """
    named = level is not Level.STRATEGIC
    parts = (_what(facts, named), _costs(facts), _tried(facts, named), _asked(facts))
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines)


def _what(facts: BriefFacts, named: bool) -> Iterator[str]:
    yield f"{facts.name if named else ANONYMOUS} loopt vast: {facts.kind}."
    yield facts.words
    if facts.whose:
        yield f"Van wie is de regel of wachtlijst: {facts.whose}."
    if named and facts.since:
        yield f"Dit houdt hem tegen sinds {facts.since:%d-%m-%Y}."


def _costs(facts: BriefFacts) -> Iterator[str]:
    if facts.costs:
        yield f"Wat het hem kost: {facts.costs}"
    if facts.steps:
        yield "Deze stappen kan hij niet zetten:"
        yield from (f"- {one}" for one in facts.steps)


def _tried(facts: BriefFacts, named: bool) -> Iterator[str]:
    days = "1 dag" if facts.days == 1 else f"{facts.days} dagen"
    if not facts.attempts:
        yield f"Wij werken hier {days} aan. Er is nog niets geprobeerd."
        return
    times = "1 keer" if len(facts.attempts) == 1 else f"{len(facts.attempts)} keer"
    yield f"Wij probeerden het {times} in {days}:"
    for number, one in enumerate(facts.attempts, start=1):
        whom = f", met {one.whom}" if one.whom else ""
        when = f"{one.on:%d-%m-%Y}{whom}" if named else f"poging {number}"
        answer = f"Antwoord: {one.answer}" if one.answer else "Er kwam geen antwoord."
        yield f"- {when}: {one.words} {answer}"


def _asked(facts: BriefFacts) -> Iterator[str]:
    if facts.question:
        yield f"Onze vraag: {facts.question}"
