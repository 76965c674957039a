"""One thing that was taken over: who does it, whether the officer may, and when they look at it together.

Facts in, answers out; it reads no clock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from regie.plans.enums import Doer, Mandate, RestsOn
from regie.plans.rules.authorisation import AuthorisationAccount
from regie.plans.rules.taken_over import DoingAccount, TakenOverAccount

ON_HIS_BEHALF = (Doer.OFFICER, Doer.TOGETHER)


@dataclass(frozen=True)
class HisAuthorisation:
    """An authorisation by its name; `taken_back_on` is when somebody said that there never was one."""

    ref: UUID
    account: AuthorisationAccount
    taken_back_on: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it gives leave on a day."""
        return self.taken_back_on is None and self.account.holds(on)

    @property
    def over_on(self) -> date | None:
        """The first day on which it gives no leave any more; of what was never signed there is none."""
        if self.account.signed_on is None:
            return None
        return self.taken_back_on or self.account.over_on


@dataclass(frozen=True)
class Turn:
    """Who does it since a day, by the name of that telling."""

    ref: UUID
    account: DoingAccount


@dataclass(frozen=True)
class Gap:
    """Leave ended on `since` with an authorisation; `healed_on` is when it was there again or no longer needed."""

    since: date
    paper: UUID
    healed_on: date | None


@dataclass(frozen=True)
class Thing:
    """Something that was taken over; `turns` by day, `papers` what it rests on and what followed it."""

    ref: UUID
    account: TakenOverAccount
    turns: Sequence[Turn] = ()
    papers: Sequence[HisAuthorisation] = ()

    def doer(self, on: date) -> Doer | None:
        """Who does it that day; the officer until told otherwise, and nobody before it was taken over.

        What was told of a day before that counts from the day it was taken over.
        """
        if on < self.account.happened_on:
            return None
        told = self._last(on)
        return told.account.doer if told else Doer.OFFICER

    def is_open(self, on: date) -> bool:
        """Whether the officer still does it for him or with him."""
        return self.doer(on) in ON_HIS_BEHALF

    def mandate(self, on: date) -> Mandate:
        """Whether the officer may do it on his behalf that day."""
        if self.account.rests_on is not RestsOn.AUTHORISATION:
            return WITHOUT_PAPER[self.account.rests_on]
        if any(paper.holds(on) for paper in self.papers):
            return Mandate.HOLDS
        return Mandate.GONE if any(self._ended(on)) else Mandate.WAITS

    def gap(self, on: date) -> Gap | None:
        """The last time until a day that leave ended while he did it for him; None when it never did."""
        for since, paper in sorted(self._ended(on), key=lambda one: one[0], reverse=True):
            if self.is_open(since) and not any(other.holds(since) for other in self.papers):
                return Gap(since, paper.ref, self._healed(since, on))
        return None

    def together(self, on: date) -> tuple[date, str] | None:
        """When they look at it together, and which telling said so; None when nobody said a day, or he does it."""
        last, taken_over = self._last(on), self.account
        if last is None:
            return (taken_over.until, f"taken_over:{self.ref}") if taken_over.until else None
        if last.account.again_on and last.account.doer is not Doer.HIMSELF:
            return last.account.again_on, f"turn:{last.ref}"
        return None

    def _last(self, on: date) -> Turn | None:
        told = [one for one in self.turns if one.account.happened_on <= on]
        return told[-1] if told else None

    def _ended(self, on: date) -> Iterator[tuple[date, HisAuthorisation]]:
        """What gave leave and gives none any more; who took it over after that had none from the first day."""
        for paper in self.papers:
            if paper.over_on and paper.over_on <= on:
                yield max(paper.over_on, self.account.happened_on), paper

    def _healed(self, since: date, on: date) -> date | None:
        """The first day after it on which there was leave again, or he did it himself."""
        signed = [one.account.signed_on for one in self.papers if one.account.signed_on]
        changes = {*signed, *(one.account.happened_on for one in self.turns)}
        days = sorted(day for day in changes if since < day <= on)
        return next((day for day in days if self._is_well(day)), None)

    def _is_well(self, on: date) -> bool:
        return not self.is_open(on) or any(paper.holds(on) for paper in self.papers)


WITHOUT_PAPER = {
    RestsOn.NOT_NEEDED: Mandate.NOT_NEEDED,
    RestsOn.NOT_YET: Mandate.WAITS,
    RestsOn.UNKNOWN: Mandate.UNKNOWN,
}


def followed_by(ref: UUID | None, papers: Sequence[HisAuthorisation]) -> tuple[HisAuthorisation, ...]:
    """The one of this name and all that followed it, in the order in which they followed."""
    found: list[HisAuthorisation] = []
    names = {ref}
    while more := [one for one in papers if one not in found and _is_of(one, names)]:
        found += more
        names |= {one.ref for one in more}
    return tuple(found)


def _is_of(paper: HisAuthorisation, names: set[UUID | None]) -> bool:
    return paper.ref in names or (paper.account.replaces is not None and paper.account.replaces in names)


@dataclass(frozen=True)
class DoersOfMonth:
    """How many things who did at the end of a month, or today."""

    month: date
    officer: int
    together: int
    himself: int


def doers_by_month(things: Sequence[Thing], *, on: date, most: int = 24) -> tuple[DoersOfMonth, ...]:
    """Month by month since the first thing was taken over until a day, the last so many months."""
    if not things:
        return ()
    first = min(thing.account.happened_on for thing in things).replace(day=1)
    months = []
    while first <= on:
        months.append(first)
        first = _next(first)
    return tuple(_doers(things, month, min(_next(month) - timedelta(days=1), on)) for month in months[-most:])


def _doers(things: Sequence[Thing], month: date, on: date) -> DoersOfMonth:
    doers = [thing.doer(on) for thing in things]
    himself = doers.count(Doer.WATCHED) + doers.count(Doer.HIMSELF)
    return DoersOfMonth(month, doers.count(Doer.OFFICER), doers.count(Doer.TOGETHER), himself)


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
