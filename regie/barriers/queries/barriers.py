"""What stands in the way of one young person or of many: each barrier with what was tried at it, and how it ended."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from regie.barriers.models import Barrier, BarrierAttempt, BarrierEnd
from regie.base.facts import AS_TOLD, standing
from regie.base.gathering import Asked, Gathered, gather
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class BarrierStory:
    """A barrier, what was tried at it in the order of the days, and how it ended; None while it stands in his way."""

    barrier: Barrier
    attempts: tuple[BarrierAttempt, ...] = ()
    end: BarrierEnd | None = None

    @property
    def is_open(self) -> bool:
        """Whether it stands in his way."""
        return self.end is None

    @property
    def last(self) -> BarrierAttempt | None:
        """The last attempt."""
        return self.attempts[-1] if self.attempts else None

    @property
    def again_on(self) -> date | None:
        """When we try again, as it was said at the last attempt; None when it is over or nobody said it."""
        return self.last.again_on if self.is_open and self.last else None

    def days(self, on: date) -> int:
        """How many days we take it, or took it until its end."""
        until = self.end.happened_on if self.end else on
        return max((until - self.barrier.happened_on).days, 0)

    def blocks(self, step_ref: object) -> bool:
        """Whether it blocks this step."""
        return str(step_ref) in self.barrier.steps


def all_that_blocks(trajectory_ids: Sequence[int], *, plain: bool = False) -> list[Asked]:
    """What to ask for to gather the barriers of one, or of many; `plain` leaves out whose rule or queue each is."""
    his: dict[str, Any] = {"of": "trajectory", "keys": trajectory_ids, "plain": plain}
    barriers = Asked(Barrier, along="" if plain else "organisation", **his)
    return [barriers, Asked(BarrierAttempt, **his), Asked(BarrierEnd, **his)]


def barriers_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, list[BarrierStory]]:
    """By trajectory the barriers, those that stand first and then the newest, by what was gathered."""
    refs = {one.pk: one.ref for one in told.of(Barrier)}
    attempts: dict[object, list[BarrierAttempt]] = defaultdict(list)
    for one in sorted(standing(told.of(BarrierAttempt), as_known=as_known), key=AS_TOLD):
        attempts[refs[one.barrier_id]].append(one)
    ends = {refs[one.barrier_id]: one for one in standing(told.of(BarrierEnd), as_known=as_known)}
    found: dict[int, list[BarrierStory]] = defaultdict(list)
    for barrier in sorted(standing(told.of(Barrier), as_known=as_known), key=AS_TOLD, reverse=True):
        story = BarrierStory(barrier, tuple(attempts[barrier.ref]), ends.get(barrier.ref))
        found[barrier.trajectory_id].append(story)
    return {key: sorted(stories, key=lambda one: not one.is_open) for key, stories in found.items()}


def barriers_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[BarrierStory]:
    """Those of who may be seen; one query, none of what was gathered already."""
    gathered = told or gather(all_that_blocks([trajectory.pk]))
    found: Mapping[int, list[BarrierStory]] = barriers_by_trajectory(gathered, as_known=as_known)
    stories = list(found.get(trajectory.pk, ()))
    for story in stories:
        story.barrier.trajectory = trajectory
    return stories


def story_of(barrier: Barrier) -> BarrierStory | None:
    """One that may be seen, as it stands; None when it was withdrawn; one query."""
    return next((one for one in barriers_of(barrier.trajectory) if one.barrier.ref == barrier.ref), None)
