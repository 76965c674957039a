"""Who is out of sight, and how we look for him."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from regie.base.facts import standing
from regie.trajectories.models import Attempt, BackInSight, OutOfSight, Trajectory

Told = OutOfSight | Attempt | BackInSight


@dataclass(frozen=True)
class Loss:
    """He was lost last since `since`: told by which fact, back since when, how often and how we looked for him since.

    `again_on` is when the last attempt said that we try again. What is not known, or not yet, is None.
    """

    ref: UUID
    since: date
    back_on: date | None = None
    attempts: int = 0
    last_attempt: date | None = None
    last_ref: UUID | None = None
    again_on: date | None = None

    def stands(self, *, last_contact: date | None) -> bool:
        """Whether he is out of sight: nobody told that he is back, and no contact came about after that day."""
        return self.back_on is None and not (last_contact and last_contact > self.since)


def losses_of(trajectories: Iterable[Trajectory], *, as_known: date | None = None) -> dict[int, Loss]:
    """By the key of the trajectory how each was lost last, as we hold it true or did at the end of a day; one query."""
    back = _after(BackInSight, as_known).order_by("happened_on", "pk")
    tries = _after(Attempt, as_known)
    counted = tries.order_by().values("trajectory").annotate(number=Count("pk"))
    last = tries.order_by("-happened_on", "-recorded_at", "-pk")
    lost: Any = OutOfSight.objects.of(*trajectories).known(as_known)
    rows = lost.annotate(
        back_on=Subquery(back.values("happened_on")[:1]),
        attempts=Subquery(counted.values("number")),
        last_attempt=Subquery(last.values("happened_on")[:1]),
        last_ref=Subquery(last.values("ref")[:1]),
        again=Subquery(last.values("again_on")[:1]),
    ).order_by("happened_on", "pk")
    return {
        row.trajectory_id: Loss(
            row.ref,
            row.happened_on,
            row.back_on,
            row.attempts or 0,
            row.last_attempt,
            row.last_ref,
            row.again,
        )
        for row in rows
    }


def still_lost() -> Q:
    """Of a question about facts that somebody was lost: those after which nobody told that he is back."""
    return Q(~Exists(_after(BackInSight, None)))


def searches_of(trajectory: Trajectory) -> list[Told]:
    """All that was told of his being out of sight, the newest first; three queries."""
    told: list[Any] = [
        one for model in (OutOfSight, Attempt, BackInSight) for one in standing(model.objects.of(trajectory))
    ]
    return sorted(told, key=lambda one: (one.happened_on, one.recorded_at), reverse=True)


def _after(model: Any, as_known: date | None) -> QuerySet[Any]:
    since = Q(trajectory=OuterRef("trajectory"), happened_on__gte=OuterRef("happened_on"))
    found: QuerySet[Any] = model.objects.known(as_known).filter(since)
    return found
