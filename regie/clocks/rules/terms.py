"""The terms of one young person: facts and rules in, days out. It reads no clock; the day is told.

A term rests on one fact (`Told`). What is not known silences no term: it says what it depends on.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from regie.approach.enums import Anchor, Situation, Tone
from regie.approach.rules import DeadlineRule, Length, PhaseRule
from regie.clocks.rules.calendar import counted, day_of, lasts, next_working_day
from regie.clocks.rules.facts import CaseFacts, Told
from regie.clocks.rules.holding import depends_on, why_not
from regie.clocks.rules.road import phase

Key = tuple[str, str]  # which term it is: its rule, and what that happened to


class Term(NamedTuple):
    """One term: due that day, at the `earliest` plausible day sooner; None is: nobody knows the day yet.

    `done_on` is the day of the fact that fulfilled it; `depends_on` what must be so and is not known.
    """

    rule: DeadlineRule
    told: Told
    due: date | None
    earliest: date | None
    done_on: date | None = None
    depends_on: tuple[str, ...] = ()
    turn: int = 0

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.told.title or self.rule.title

    @property
    def key(self) -> Key:
        """Which term it is, whatever day it is due: its rule, what that happened to, and which time it is."""
        occurrence = self.told.occurrence
        return self.rule.code, f"{occurrence}~{self.turn}" if self.rule.every else occurrence

    @property
    def acts_by(self) -> date | None:
        """The day to act by: the earliest plausible one."""
        return self.earliest or self.due


@dataclass(frozen=True)
class Silent:
    """A rule that gives no term, and why, in words."""

    rule: DeadlineRule
    why: str


@dataclass(frozen=True)
class Reckoning:
    """The terms, soonest first, and by which rules and facts they were reckoned."""

    terms: tuple[Term, ...] = ()
    rules: Sequence[DeadlineRule] = ()
    facts: CaseFacts = field(default_factory=CaseFacts)

    @cached_property
    def silent(self) -> tuple[Silent, ...]:
        """What gave no term, and why; a list of hundreds of people asks it of nobody."""
        return tuple(Silent(rule, why) for rule in self.rules for why in _silences(rule, self.facts))


def reckon(
    rules: Iterable[DeadlineRule], facts: CaseFacts, *, on: date, phases: Sequence[PhaseRule] = ()
) -> Reckoning:
    """All terms that these rules give by these facts, as of a day; where the road is follows from the phases."""
    known = list(rules)
    facts = with_earliest(known, replace(facts, phase=phase(phases, facts, on=on)))
    terms = [
        term
        for rule in known
        for told in facts.told.get(rule.anchor, ())
        if not why_not(rule, told, facts)
        for term in _times(rule, told, facts, on)
    ]
    terms.sort(key=lambda term: (term.acts_by or date.max, term.rule.tone is not Tone.LOUD, term.key))
    return Reckoning(tuple(terms), known, facts)


def with_earliest(rules: Iterable[DeadlineRule], facts: CaseFacts) -> CaseFacts:
    """A rule that opens its anchor says how early that may come: the earliest plausible day of every other term."""
    told = dict(facts.told)
    for rule in rules:
        if rule.opens:
            told[rule.anchor] = [_opened(rule, one, facts) for one in told.get(rule.anchor, ())]
    return replace(facts, told=told)


def _opened(rule: DeadlineRule, told: Told, facts: CaseFacts) -> Told:
    due = _due(rule, told.day, facts)
    if due is None or why_not(rule, told, facts):
        return told
    return told._replace(earliest=min(due, told.earliest or due))


def _silences(rule: DeadlineRule, facts: CaseFacts) -> Iterator[str]:
    all_told = facts.told.get(rule.anchor, ())
    if not all_told:
        yield _nothing_told(rule, facts)
    yield from filter(None, (why_not(rule, told, facts) for told in all_told))


def _nothing_told(rule: DeadlineRule, facts: CaseFacts) -> str:
    """Why, when nothing was told that it is counted from: who is inside again came out before, but is not free."""
    if rule.anchor is Anchor.RELEASED and facts.situations.get(Situation.FREE) is False:
        return f"Alleen als {Situation.FREE.label}. Dat is niet zo."
    return f"We weten nog niets van {rule.anchor.label}."


def _times(rule: DeadlineRule, told: Told, facts: CaseFacts, on: date) -> Iterator[Term]:
    """The term; of what we do again and again also the time before, which else is gone the day after it was due."""
    due, done_on = _due(rule, told.day, facts), _done_on(rule, told, facts)
    depends = depends_on(rule, told, facts)
    if rule.every is None or due is None:
        yield Term(rule, told, due, _earliest(rule, told, due, facts), done_on, depends)
        return
    next_one, turn = _next(rule.every, due, max(on, done_on) if done_on else on)
    if turn and rule.done_by is None and rule.tone is not Tone.EXPECTED:
        before = _turned(rule.every, due, turn - 1)
        yield Term(rule, told, before, before, None, depends, turn - 1)
    yield Term(rule, told, next_one, next_one, None, depends, turn)


def _earliest(rule: DeadlineRule, told: Told, due: date | None, facts: CaseFacts) -> date | None:
    """The earliest plausible day; who can walk out any day has no day to count from: then it is due now."""
    if told.day is None:
        return told.earliest
    # What opens says itself how early that is; counted from there it would be twice as early.
    return due if rule.opens or told.soonest == told.day else _due(rule, told.soonest, facts)


def _due(rule: DeadlineRule, day: date | None, facts: CaseFacts) -> date | None:
    """When it is due, counted from a day; never before the law that says so."""
    if day is None:
        return None
    due = day_of(rule.counting, day, sentence=facts.sentence)
    since = rule.law[0]
    due = max(due, since) if since and since <= day else due
    return next_working_day(due) if rule.next_working_day else due


def _next(every: Length, due: date, on: date) -> tuple[date, int]:
    """The first time on or after a day, and which time it is."""
    # A length lasts as long or longer the next time, but for a few days: there it begins to look.
    turn = max(0, (on - due).days // (lasts(every, since=due) + 3) - 1)
    while (next_one := _turned(every, due, turn)) < on:
        turn += 1
    return next_one, turn


def _turned(every: Length, first: date, turn: int) -> date:
    return counted(first, Length(every.number * turn, every.unit))


def _done_on(rule: DeadlineRule, told: Told, facts: CaseFacts) -> date | None:
    """The first day on which it was fulfilled: the fact itself, or the one that fulfils it, at or after its own day."""
    if rule.done_by is None:
        return told.done_on
    since = date.min if rule.counting.before or told.day is None else told.day
    days = [one.day for one in facts.told.get(rule.done_by, ()) if one.day and one.day >= since]
    return min([*days, *([told.done_on] if told.done_on else [])], default=None)
