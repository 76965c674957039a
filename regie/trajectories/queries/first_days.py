"""His first days outside: who was called, where he sleeps, and whether they are done."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from regie.base.facts import standing
from regie.trajectories.models import Call, FirstDaysDone, Night, Trajectory
from regie.trajectories.rules import first_days


@dataclass(frozen=True)
class CallTold:
    """One call as it stands, and the moment at which it was first written down."""

    call: Call
    told_at: datetime


@dataclass(frozen=True)
class FirstDays:
    """What was told of the first 72 hours of who is free `since` a day: the last call first, and of each night the
    last that was told, or None.
    """

    since: date
    calls: Sequence[CallTold]
    nights: Sequence[tuple[date, Night | None]]
    done: FirstDaysDone | None

    def next_on(self, *, on: date) -> date | None:
        """The soonest of those from a day on; when all are over, the last of them."""
        days = [one.call.again_on for one in self.calls if one.call.again_on]
        days += [self.done.again_on] if self.done else []
        return min((day for day in days if day >= on), default=max(days, default=None))


def first_days_of(trajectory: Trajectory, *, since: date) -> FirstDays:
    """What was told of his first days since he came out; three queries."""
    versions = list(Call.objects.of(trajectory).filter(happened_on__gte=since))
    told_at: dict[Any, datetime] = {}
    for one in versions:
        told_at[one.ref] = min(told_at.get(one.ref, one.recorded_at), one.recorded_at)
    calls = [CallTold(one, told_at[one.ref]) for one in standing(versions)]
    return FirstDays(
        since,
        sorted(calls, key=lambda one: (one.told_at, one.call.pk), reverse=True),
        _nights(trajectory, since),
        _done(trajectory, since),
    )


def settled_of_many(
    trajectories: Iterable[Trajectory], *, as_known: date | None = None
) -> dict[int, list[date]]:
    """By the key of the trajectory on which days his first days were done; one query, none when there is nobody."""
    chosen = list(trajectories)
    found: dict[int, list[date]] = defaultdict(list)
    if chosen:
        for one in FirstDaysDone.objects.of(*chosen).known(as_known):
            found[one.trajectory_id].append(one.happened_on)
    return found


def _nights(trajectory: Trajectory, since: date) -> list[tuple[date, Night | None]]:
    days = first_days(since)
    told = Night.objects.of(trajectory).filter(happened_on__range=(days[0], days[-1])).current()
    holds = {one.happened_on: one for one in told.order_by("recorded_at", "pk")}
    return [(day, holds.get(day)) for day in days]


def _done(trajectory: Trajectory, since: date) -> FirstDaysDone | None:
    done: FirstDaysDone | None = (
        FirstDaysDone.objects.current().of(trajectory).filter(happened_on__gte=since).first()
    )
    return done
