"""His road: the days that lie on it, and the phase he is in, as a phase begins like a term is due."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from regie.approach.enums import Anchor, Situation
from regie.approach.rules import PhaseRule
from regie.clocks.rules.calendar import day_of
from regie.clocks.rules.facts import CaseFacts, Told
from regie.detention.rules import StayFacts, day_one, ends, where


@dataclass(frozen=True)
class Road:
    """The facts of the road of one young person; None is unknown, or not yet.

    `detained_since` is what his referral told; a stay that was told goes before it. `settled` are the days on which
    his first days outside were done, one for each time that he came out.
    """

    referred_on: date
    detained_since: date | None = None
    accepted_on: date | None = None
    first_contact_on: date | None = None
    last_contact_on: date | None = None
    stays: Sequence[StayFacts] = ()
    settled: Sequence[date] = ()

    @cached_property
    def day_one(self) -> date | None:
        """The first day of the detention that he was referred for."""
        return day_one(self.stays, referred_on=self.referred_on) or self.detained_since

    def held(self, *, on: date) -> "Held":
        """What his stays tell that day."""
        begun = [stay for stay in self.stays if stay.since <= on]
        inside = where(begun, on=on) is not None if begun else None
        left_on = max((day for day in ends(begun) if day), default=None) if inside is False else None
        return Held(inside, day_one(begun, referred_on=on) or self.detained_since, left_on)

    def again_since(self, held: "Held") -> date | None:
        """Since when he is inside again; None when he is not, or for the first time as far as we know."""
        first = self.day_one
        again = bool(held.inside and held.came_in and first and held.came_in > first)
        return held.came_in if again else None

    def facts(self, *, on: date) -> CaseFacts:
        """What phases and the first terms rest on, that day."""
        held = self.held(on=on)
        told = {anchor: [Told(day, anchor, anchor.label)] for anchor, day in self.days(held).items()}
        return CaseFacts(told, {Situation.INSIDE: held.inside, Situation.FREE: held.free})

    def settled_since(self, left_on: date | None) -> date | None:
        """When his first days were done of the time that he came out that day; None when they are not."""
        return min((day for day in self.settled if left_on and day >= left_on), default=None)

    def days(self, held: "Held") -> Mapping[Anchor, date]:
        """What has been on the road by the day of these stays."""
        days = {
            Anchor.REFERRED: self.referred_on,
            Anchor.ACCEPTED: self.accepted_on,
            Anchor.DAY_ONE: held.came_in,
            Anchor.RELEASED: held.left_on,
            Anchor.SETTLED: self.settled_since(held.left_on),
            Anchor.FIRST_CONTACT: self.first_contact_on,
            Anchor.LAST_CONTACT: self._last_seen(held),
        }
        return {anchor: day for anchor, day in days.items() if day}

    def _last_seen(self, held: "Held") -> date | None:
        """The last contact; of who came out since then that day: nobody is late outside for what was inside."""
        last = self.last_contact_on
        return max(last, held.left_on) if last and held.left_on else last


@dataclass(frozen=True)
class Held:
    """What his stays tell on a day; None is unknown.

    `inside` is unknown as long as no stay was told, also when his referral said so; `came_in` is day one of the
    detention he is in or was in last; `left_on` the day he came out the last time, of who is free.
    """

    inside: bool | None
    came_in: date | None
    left_on: date | None

    @property
    def free(self) -> bool | None:
        """Whether he is free."""
        return None if self.inside is None else not self.inside


def phase(phases: Sequence[PhaseRule], facts: CaseFacts, *, on: date) -> PhaseRule | None:
    """The last phase that has begun and that his situation does not deny; None when none has."""
    return next((one for one in reversed(phases) if _is_in(one, facts, on)), None)


def _is_in(one: PhaseRule, facts: CaseFacts, on: date) -> bool:
    denied = any(facts.situations.get(so) is False for so in one.only)
    return not denied and any(day <= on for day in _begins(one, facts))


def _begins(one: PhaseRule, facts: CaseFacts) -> Iterator[date]:
    """Every day on which it may begin. Nothing but the referral does before somebody took him on.

    Who was free by then already is not just out.
    """
    accepted_on = next((fact.day for fact in facts.told.get(Anchor.ACCEPTED, ())), None)
    for counting in one.begins:
        for fact in facts.told.get(counting.anchor, ()):
            if counting.anchor is Anchor.REFERRED and fact.day:
                yield day_of(counting, fact.day)
            elif (
                fact.day
                and accepted_on
                and (counting.anchor is not Anchor.RELEASED or fact.day >= accepted_on)
            ):
                yield max(day_of(counting, fact.day), accepted_on)


@dataclass(frozen=True)
class Passed:
    """One phase from a day on; `until` None is: he is in it."""

    phase: PhaseRule
    since: date
    until: date | None


def passed(phases: Sequence[PhaseRule], road: Road, *, on: date) -> list[Passed]:
    """Every phase there was until a day, the first one first."""
    found: list[tuple[PhaseRule, date]] = []
    for day in sorted(_turns(phases, road, on)):
        now = phase(phases, road.facts(on=day), on=day)
        if now and (not found or found[-1][0] != now):
            found.append((now, day))
    following = [*(day for _, day in found[1:]), None]
    return [Passed(*one, until) for one, until in zip(found, following, strict=False)]


def _turns(phases: Sequence[PhaseRule], road: Road, on: date) -> set[date]:
    """Every day since the referral on which the phase may turn."""
    stays = {day for stay in road.stays for day in (stay.since, stay.left_on) if day}
    told = [road.facts(on=day) for day in {*stays, on}]
    begun = {day for one in phases for facts in told for day in _begins(one, facts)}
    return {day for day in begun | stays if road.referred_on <= day <= on}
