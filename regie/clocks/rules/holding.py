"""Whether a rule holds for what was told, and why not."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from regie.approach.rules import DeadlineRule, Span
from regie.clocks.rules.calendar import counted, lasts
from regie.clocks.rules.facts import CaseFacts, Told
from regie.persons.rules import age


def why_not(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    """Why a rule does not hold for what was told; empty when it holds, or may hold."""
    for situation in rule.only:
        if facts.situations.get(situation) is False:
            return f"Alleen als {situation.label}. Dat is niet zo."
    for situation in rule.unless:
        if facts.situations.get(situation):
            return f"Niet als {situation.label}. Dat is zo."
    return (
        _other_phase(rule, facts)
        or _too_old(rule, told, facts)
        or _other_sentence(rule, told, facts)
        or _other_detention(rule, told, facts)
        or _other_law(rule, told)
    )


def _too_old(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    if rule.younger_than is None or facts.birth_date is None or told.day is None:
        return ""
    old = (age(facts.birth_date, on=told.day) or 0) >= rule.younger_than
    return f"Alleen onder de {rule.younger_than} jaar. Dan is hij ouder." if old else ""


def _other_phase(rule: DeadlineRule, facts: CaseFacts) -> str:
    if not rule.phases or facts.phase is None or facts.phase.code in rule.phases:
        return ""
    return f"Niet in de fase {facts.phase.title}. Daarin is hij nu."


def _other_sentence(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    if facts.sentence is None:
        return "We weten niet hoe lang zijn straf is." if rule.counting.share else ""
    if not rule.sentence:
        return ""
    since = told.day or date(2001, 1, 1)
    short = _outside(rule.sentence, _days(facts.sentence, since), since=since)
    return f"Alleen bij een straf {rule.sentence.words}. Die van hem is {short}." if short else ""


@lru_cache(maxsize=10_000)  # every rule about a sentence asks it
def _days(sentence: relativedelta, since: date) -> int:
    return (since + sentence - since).days


def _other_detention(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    if not rule.detained or facts.detained is None or told.day is None:
        return ""
    short = _outside(rule.detained, facts.detained, since=told.day - timedelta(days=facts.detained))
    return f"Alleen na een detentie {rule.detained.words}. Die van hem was {short}." if short else ""


def _outside(span: Span, days: int, *, since: date) -> str:
    """Whether so many days are shorter or longer than a span; empty when they are within it."""
    least = lasts(span.least, since=since) if span.least else 0
    if days < least or (span.above and days == least):
        return "niet langer" if days == least else "korter"
    return "langer" if span.most and days > lasts(span.most, since=since) else ""


def _other_law(rule: DeadlineRule, told: Told) -> str:
    since, until = rule.law
    if told.day is None:
        return ""
    if since and told.day < since:
        return f"Deze regel geldt pas vanaf {since:%d-%m-%Y}."
    if until is None:
        return ""
    counting = rule.counting
    begins = counted(told.day, counting.length, before=True) if counting.before else told.day
    return f"Deze regel gold tot {until:%d-%m-%Y}." if begins >= until else ""


def depends_on(rule: DeadlineRule, told: Told, facts: CaseFacts) -> tuple[str, ...]:
    """What must be so of the fact or for the rule and is not known, in words."""
    so = (told.depends_on,) if told.depends_on else ()
    return (*so, *_not_known(rule, facts))


def _not_known(rule: DeadlineRule, facts: CaseFacts) -> Iterator[str]:
    for situation in (*rule.only, *rule.unless):
        if facts.situations.get(situation) is None:
            yield f"of {situation.label}"
    if rule.younger_than is not None and facts.birth_date is None:
        yield "hoe oud hij is"
    if rule.sentence and facts.sentence is None:
        yield "hoe lang zijn straf is"
    if rule.detained and facts.detained is None:
        yield "hoe lang hij vastzat"
