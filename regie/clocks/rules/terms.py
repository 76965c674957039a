"""The terms of one young person: facts and rules in, days out. It reads no clock; the day is told.

A term rests on one fact (`Told`). What is not known silences no term: it says what it depends on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from regie.approach.enums import Anchor, Situation, Tone
from regie.approach.rules import DeadlineRule, Length
from regie.clocks.rules.calendar import counted, lasts, next_working_day

Key = tuple[str, str]  # which term it is: its rule, and what that happened to


@dataclass(frozen=True)
class Told:
    """One fact that terms are counted from: its day, and what it says in words.

    `occurrence` names what it is about (a detention, a hearing) and stays the same when its day moves. `earliest` is
    the day on which it may come already, when that is sooner; a day of None is not known.
    """

    day: date | None
    occurrence: str
    says: str
    earliest: date | None = None

    @property
    def soonest(self) -> date | None:
        """The earliest plausible day; None when no day is known at all."""
        return min((day for day in (self.day, self.earliest) if day), default=None)


@dataclass(frozen=True)
class CaseFacts:
    """All that terms of one young person can rest on; a situation of None is not known.

    `detained` is for how many days he was inside, of who is out; None when that is not known.
    """

    told: Mapping[Anchor, Sequence[Told]] = field(default_factory=dict)
    situations: Mapping[Situation, bool | None] = field(default_factory=dict)
    birth_date: date | None = None
    sentence: relativedelta | None = None
    detained: int | None = None


@dataclass(frozen=True)
class Term:
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
    """Every rule once or more: the terms, soonest first, and the rules that gave none."""

    terms: tuple[Term, ...]
    silent: tuple[Silent, ...]


def reckon(rules: Iterable[DeadlineRule], facts: CaseFacts, *, on: date) -> Reckoning:
    """All terms that these rules give by these facts, as of a day."""
    known = list(rules)
    facts = _with_earliest(known, facts)
    terms: list[Term] = []
    silent: list[Silent] = []
    for rule in known:
        found = list(_terms(rule, facts, on))
        terms += [one for one in found if isinstance(one, Term)]
        silent += [one for one in found if isinstance(one, Silent)]
    terms.sort(key=lambda term: (term.acts_by or date.max, term.rule.tone is not Tone.LOUD, term.key))
    return Reckoning(tuple(terms), tuple(silent))


def _with_earliest(rules: Sequence[DeadlineRule], facts: CaseFacts) -> CaseFacts:
    """A rule that opens its anchor says how early that may come: the earliest plausible day of every other term."""
    told = dict(facts.told)
    for rule in rules:
        if rule.opens:
            told[rule.anchor] = [_opened(rule, one, facts) for one in told.get(rule.anchor, ())]
    return replace(facts, told=told)


def _opened(rule: DeadlineRule, told: Told, facts: CaseFacts) -> Told:
    due = _due(rule, told.day)
    if due is None or _why_not(rule, told, facts):
        return told
    return replace(told, earliest=min(due, told.earliest or due))


def _terms(rule: DeadlineRule, facts: CaseFacts, on: date) -> Iterator[Term | Silent]:
    all_told = facts.told.get(rule.anchor, ())
    if not all_told:
        yield Silent(rule, f"We weten nog niets van {rule.anchor.label}.")
    for told in all_told:
        why_not = _why_not(rule, told, facts)
        yield Silent(rule, why_not) if why_not else _term(rule, told, facts, on)


def _term(rule: DeadlineRule, told: Told, facts: CaseFacts, on: date) -> Term:
    done_on = _done_on(rule, told, facts)
    # Who can walk out any day has no day to count from: then it is due now.
    due, earliest = _due(rule, told.day), _due(rule, told.soonest) if told.day else told.earliest
    turn = 0
    if rule.opens and due:
        earliest = due  # it says itself how early that is; counted from there it would be twice as early
    if rule.every and due:
        due, turn = _next(rule.every, due, max(on, done_on) if done_on else on)
        earliest, done_on = due, None
    return Term(rule, told, due, earliest, done_on, tuple(_not_known(rule, facts)), turn)


def _due(rule: DeadlineRule, day: date | None) -> date | None:
    """When it is due, counted from a day; never before the law that says so."""
    if day is None:
        return None
    due = counted(day, rule.length, before=rule.before)
    since = rule.law[0]
    due = max(due, since) if since and since <= day else due
    return next_working_day(due) if rule.next_working_day else due


def _next(every: Length, due: date, on: date) -> tuple[date, int]:
    """The first time on or after a day, and which time it is."""
    first, turn = due, 0
    while due < on:
        turn += 1
        due = counted(first, replace(every, number=every.number * turn))
    return due, turn


def _done_on(rule: DeadlineRule, told: Told, facts: CaseFacts) -> date | None:
    """The first day on which the fact that fulfils it was there, at or after what it is counted from."""
    if rule.done_by is None:
        return None
    since = date.min if rule.before or told.day is None else told.day
    days = (one.day for one in facts.told.get(rule.done_by, ()) if one.day and one.day >= since)
    return min(days, default=None)


def _why_not(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    """Why a rule does not hold for what was told; empty when it holds, or may hold."""
    for situation in rule.only:
        if facts.situations.get(situation) is False:
            return f"Alleen als {situation.label}. Dat is niet zo."
    for situation in rule.unless:
        if facts.situations.get(situation):
            return f"Niet als {situation.label}. Dat is zo."
    return (
        _too_old(rule, told, facts)
        or _other_sentence(rule, told, facts)
        or _other_detention(rule, told, facts)
        or _other_law(rule, told)
    )


def _too_old(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    if rule.younger_than is None or facts.birth_date is None or told.day is None:
        return ""
    old = relativedelta(told.day, facts.birth_date).years >= rule.younger_than
    return f"Alleen onder de {rule.younger_than} jaar. Dan is hij ouder." if old else ""


def _other_sentence(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    least, most = rule.sentence
    if facts.sentence is None or not (least or most):
        return ""
    since = told.day or date(2001, 1, 1)
    days = (since + facts.sentence - since).days
    if least and days < lasts(least, since=since):
        return f"Alleen bij een straf vanaf {least.words}. Die van hem is korter."
    if most and days > lasts(most, since=since):
        return f"Alleen bij een straf tot en met {most.words}. Die van hem is langer."
    return ""


def _other_detention(rule: DeadlineRule, told: Told, facts: CaseFacts) -> str:
    least, most = rule.detained
    if facts.detained is None or told.day is None:
        return ""
    came_in = told.day - timedelta(days=facts.detained)
    if least and facts.detained < lasts(least, since=came_in):
        return f"Alleen na een detentie vanaf {least.words}. Die van hem was korter."
    if most and facts.detained > lasts(most, since=came_in):
        return f"Alleen na een detentie tot en met {most.words}. Die van hem was langer."
    return ""


def _other_law(rule: DeadlineRule, told: Told) -> str:
    since, until = rule.law
    if told.day is None:
        return ""
    if since and told.day < since:
        return f"Deze regel geldt pas vanaf {since:%d-%m-%Y}."
    begins = counted(told.day, rule.length, before=True) if rule.before else told.day
    return f"Deze regel gold tot {until:%d-%m-%Y}." if until and begins >= until else ""


def _not_known(rule: DeadlineRule, facts: CaseFacts) -> Iterator[str]:
    """What must be so for this rule and is not known, in words."""
    for situation in (*rule.only, *rule.unless):
        if facts.situations.get(situation) is None:
            yield f"of {situation.label}"
    if rule.younger_than is not None and facts.birth_date is None:
        yield "hoe oud hij is"
    if any(rule.sentence) and facts.sentence is None:
        yield "hoe lang zijn straf is"
    if any(rule.detained) and facts.detained is None:
        yield "hoe lang hij vastzat"
