"""His first days outside: who was called, where he sleeps, and whether they are done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from regie.base.actors import Actor
from regie.base.facts import standing, standing_by
from regie.base.gathering import Gathered
from regie.detention.enums import Held
from regie.detention.models import Stay
from regie.detention.queries import held_as
from regie.trajectories.enums import SleepingPlace
from regie.trajectories.models import Call, FirstDaysDone, Night, Trajectory
from regie.trajectories.rules import AFTER, first_days


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


def settled_of(told: Gathered, *, as_known: date | None = None) -> list[date]:
    """On which days his first days were done, by what was gathered; no query."""
    return [one.happened_on for one in standing(told.of(FirstDaysDone), as_known=as_known)]


def settled_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, list[date]]:
    """The same of many, by the key of the trajectory."""
    done = standing_by("trajectory_id", told.of(FirstDaysDone), as_known=as_known)
    return {key: [one.happened_on for one in days] for key, days in done.items()}


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


@dataclass(frozen=True)
class JustOut:
    """Who came out lately and whose first days are not done: since when, where he sleeps tonight, how many calls."""

    trajectory: Trajectory
    since: date
    tonight: SleepingPlace
    calls: int


def just_out(viewer: Actor, *, on: date) -> list[JustOut]:
    """Whom this viewer may see in his first 72 hours: whose night is not known first; one query."""
    earliest = on - timedelta(days=AFTER)
    lately = Stay.objects.current().filter(left_on__range=(earliest, on))
    chosen = Trajectory.objects.visible_to(viewer).running(on).filter(person__in=lately.values("person"))
    out = held_as(Held.FREE, chosen, person="person", on=on).filter(left_on__gte=earliest)
    rows = _so_far(out.select_related("person"), earliest, on)
    found = [_just_out(row) for row in rows if row.done_on is None or row.done_on < row.left_on]
    return sorted(
        found,
        key=lambda one: (one.tonight is not SleepingPlace.UNKNOWN, one.since, str(one.trajectory.person)),
    )


def _so_far(out: QuerySet[Any], earliest: date, on: date) -> QuerySet[Any]:
    """Beside each of these what was told of his first days so far."""
    his = {"trajectory": OuterRef("pk")}
    calls = Call.objects.current().filter(**his, happened_on__gte=earliest).order_by()
    tonight = Night.objects.current().filter(**his, happened_on=on).order_by("-recorded_at", "-pk")
    done = FirstDaysDone.objects.current().filter(**his).order_by("-happened_on")
    return out.annotate(
        called=Subquery(calls.values("trajectory").annotate(number=Count("pk")).values("number")),
        tonight=Subquery(tonight.values("place")[:1]),
        done_on=Subquery(done.values("happened_on")[:1]),
    )


def _just_out(row: Any) -> JustOut:
    tonight = SleepingPlace(row.tonight) if row.tonight else SleepingPlace.UNKNOWN
    return JustOut(row, row.left_on, tonight, row.called or 0)
