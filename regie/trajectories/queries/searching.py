"""Who is out of sight, and how we look for him."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from regie.base.facts import AS_TOLD, standing
from regie.base.gathering import Gathered
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


def losses_of(
    trajectories: Iterable[Trajectory], *, as_known: date | None = None, told: Gathered | None = None
) -> dict[int, Loss]:
    """By the key of the trajectory how each was lost last, as we hold it true or did at the end of a day.

    One query, and two more when somebody was: plain ones, for hardly anybody is (ADR 22). None when it was gathered.
    """
    lost = {one.trajectory_id: one for one in _told(OutOfSight, trajectories, as_known, told)}
    if not lost:
        return {}
    whose = [] if told else [one.trajectory for one in lost.values()]
    backs, tries = _told(BackInSight, whose, as_known, told), _told(Attempt, whose, as_known, told)
    return {key: _loss(one, backs, tries) for key, one in lost.items()}


def _told(
    model: Any, trajectories: Iterable[Trajectory], as_known: date | None, told: Gathered | None
) -> list[Any]:
    """What stands of one kind, in the order of the days."""
    asked = told.of(model) if told else model.objects.of(*trajectories).select_related("trajectory")
    return sorted(standing(asked, as_known=as_known), key=AS_TOLD)


def _loss(lost: OutOfSight, backs: Iterable[BackInSight], tries: Iterable[Attempt]) -> Loss:
    """How it went on since he was lost."""
    since = [one for one in tries if _is_after(one, lost)]
    last = since[-1] if since else None
    return Loss(
        lost.ref,
        lost.happened_on,
        next((one.happened_on for one in backs if _is_after(one, lost)), None),
        len(since),
        last.happened_on if last else None,
        last.ref if last else None,
        last.again_on if last else None,
    )


def _is_after(told: Told, lost: OutOfSight) -> bool:
    return told.trajectory_id == lost.trajectory_id and told.happened_on >= lost.happened_on


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
