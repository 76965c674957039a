"""Who was guided in a year, who began and who stopped; each young person counts once in everything."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from regie.insight.rules.line import Line
from regie.insight.rules.year import Year


@dataclass(frozen=True)
class Ending:
    """Guidance was closed since a day, for a reason that was called `title` then; perhaps it went on since another."""

    closed_on: date
    reason: str
    title: str
    again_since: date | None = None

    def holds(self, day: date) -> bool:
        """Whether guidance is closed by this on a day."""
        return self.closed_on <= day and (self.again_since is None or self.again_since > day)


@dataclass(frozen=True)
class Guided:
    """One trajectory: whose, since when, what his referral told of his detention, and how it ended, if it did."""

    key: int
    person: int
    started_on: date
    referred_on: date
    detained_since: date | None = None
    endings: Sequence[Ending] = ()

    def on(self, day: date) -> bool:
        """Whether he is guided that day."""
        return self.started_on <= day and self.ended(day) is None

    def ended(self, day: date) -> Ending | None:
        """By what his guidance is closed that day, if it is."""
        return next((one for one in self.endings if one.holds(day)), None)

    def within(self, year: Year) -> bool:
        """Whether he was guided when the year began, or began in it, for the first time or again."""
        begins = (self.started_on, *(one.again_since for one in self.endings))
        return self.on(year.before) or any(year.holds(day) for day in begins)


@dataclass(frozen=True)
class Flow:
    """How many were guided when the year began, began, stopped, and were guided at its end; None is hidden.

    `again` of those who began were guided before. Who stopped and went on within the year did not stop: so before and
    begun together are as many as stopped and after together, and that is `together`.
    """

    before: int | None
    begun: int | None
    again: int | None
    stopped: int | None
    after: int | None
    together: int | None
    reasons: tuple[Line, ...] = ()


def flow_of(guided: Iterable[Guided], year: Year) -> Flow:
    """Of those who were guided within the year."""
    all_of_them = list(guided)
    new = [one for one in all_of_them if not one.on(year.before)]
    stopped = [one for one in all_of_them if not one.on(year.last)]
    return Flow(
        before=len(all_of_them) - len(new),
        begun=len(new),
        again=sum(one.started_on < year.first for one in new),
        stopped=len(stopped),
        after=len(all_of_them) - len(stopped),
        together=len(all_of_them),
        reasons=tuple(_reasons(stopped, year)),
    )


def _reasons(stopped: Iterable[Guided], year: Year) -> Iterator[Line]:
    """Why they stopped, the commonest first, each as it was called last."""
    ends = sorted(filter(None, (one.ended(year.last) for one in stopped)), key=lambda end: end.closed_on)
    titles = {end.reason: end.title for end in ends}
    times = Counter(end.reason for end in ends)
    for reason, count in sorted(times.items(), key=lambda one: (-one[1], titles[one[0]])):
        yield Line(titles[reason], (count,))
