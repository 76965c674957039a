"""His goals with their steps, and what came of them."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import F

from regie.base.facts import standing
from regie.base.gathering import Asked, Gathered, gather
from regie.detention.queries import stays_of
from regie.detention.rules import where
from regie.plans.enums import Horizon, StepState
from regie.plans.models import Goal, GoalResult, Step, StepMark
from regie.plans.rules import StepAccount, due_day
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class StepStory:
    """A step: who does what, since when it is done, why it cannot be yet, and by when it is due as far as we know."""

    step: Step
    done: StepMark | None
    held: StepMark | None
    due_on: date | None


@dataclass(frozen=True)
class GoalStory:
    """A goal, what came of it, and its steps in the order in which they were told."""

    goal: Goal
    result: GoalResult | None
    steps: tuple[StepStory, ...]

    @property
    def next_step(self) -> StepStory | None:
        """The first step that is still to be done."""
        return next((one for one in self.steps if one.done is None), None)

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(one.done is not None for one in self.steps)


def goals_of(
    trajectory: Trajectory, *, ref: uuid.UUID | None = None, as_known: date | None = None
) -> list[GoalStory]:
    """His goals as they stand or stood at the end of a day, now before later; of one when its `ref` is given.

    Four plain queries (ADR 22), and one when there is none.
    """
    told = Goal.objects.of(trajectory).select_related("wish")
    of_it: dict[str, Any] = {"goal__ref": ref} if ref else {}
    goals = standing(told.filter(ref=ref) if ref else told, as_known=as_known)
    if not goals:
        return []
    results = GoalResult.objects.of(trajectory).filter(**of_it).annotate(goal_ref=F("goal__ref"))
    ends = {_of(one): one for one in standing(results, as_known=as_known)}
    steps = _steps(trajectory, of_it, as_known)
    goals.sort(key=lambda one: (one.horizon == Horizon.LATER, one.happened_on, one.pk))
    return [GoalStory(one, ends.get(one.ref), _stories(one, steps.get(one.ref, ()))) for one in goals]


Told = tuple[Step, StepMark | None, StepMark | None]


def _steps(
    trajectory: Trajectory, of_it: dict[str, Any], as_known: date | None
) -> dict[uuid.UUID, list[Told]]:
    """By goal its steps in the order in which they were told first, each with that it is done or held."""
    versions = list(
        Step.objects.of(trajectory).filter(**of_it).annotate(goal_ref=F("goal__ref")).order_by("pk")
    )
    if not versions:
        return {}
    of_them = {f"step__{name}": value for name, value in of_it.items()}
    told = StepMark.objects.of(trajectory).filter(**of_them).annotate(step_ref=F("step__ref"))
    marks = defaultdict(list)
    for mark in standing(told.order_by("happened_on", "pk"), as_known=as_known):
        marks[mark.step_ref].append(mark)
    first: dict[uuid.UUID, int] = {}
    for one in versions:
        first.setdefault(one.ref, one.id)
    found = defaultdict(list)
    for one in sorted(standing(versions, as_known=as_known), key=lambda one: first[one.ref]):
        done = next((mark for mark in marks[one.ref] if mark.state == StepState.DONE), None)
        held = [mark for mark in marks[one.ref] if mark.state == StepState.HELD and mark.until is None]
        found[_of(one)].append((one, done, held[-1] if held and done is None else None))
    return found


def _stories(goal: Goal, told: Sequence[Told]) -> tuple[StepStory, ...]:
    """The days that follow from the goal and the step before; those of his release are said in words."""
    found: list[StepStory] = []
    for step, done, held in told:
        before = found[-1].done if found else None
        due_on = due_day(
            step.account,
            goal_on=goal.happened_on,
            release=None,
            step_before=before.happened_on if before else None,
        )
        found.append(StepStory(step, done, held, due_on))
    return tuple(found)


def _of(one: Any) -> uuid.UUID:
    ref: uuid.UUID = one.goal_ref
    return ref


def waits_until_free(
    goals: Iterable[GoalStory], trajectory: Trajectory, *, on: date, as_known: date | None = None
) -> bool:
    """Whether what can only be outside waits, for he is held; one query, and none when no goal that runs asks it."""
    if not any(one.goal.outside_only and one.result is None for one in goals):
        return False
    stays = [
        one
        for one in stays_of([trajectory.person_id], as_known=as_known)[trajectory.person_id]
        if one.since <= on
    ]
    return bool(stays) and where(stays, on=on) is not None


class StepToTake(NamedTuple):
    """A step of a goal that runs, as terms ask for it; `done_on` None is not done, `step_before` neither."""

    ref: uuid.UUID
    account: StepAccount
    goal_on: date
    outside_only: bool
    done_on: date | None
    held: bool
    step_before: date | None


def steps_to_take(
    told: Gathered, *, as_known: date | None = None, done_too: bool = True
) -> dict[int, list[StepToTake]]:
    """By the key of the trajectory the steps of goals that run, as we hold it true or did at the end of a day.

    By what was gathered of the goals and steps of any number of young people, in the order in which it was told first;
    without `done_too` only those that are still to be done.
    """
    goals = _running(told, as_known)
    steps = _first_versions(told.of(Step))
    done, held = _marked(told, steps, as_known)
    found: dict[int, list[StepToTake]] = defaultdict(list)
    before: dict[uuid.UUID, date | None] = {}
    for one in sorted(standing(told.of(Step), as_known=as_known), key=lambda one: steps[one.id]):
        goal = goals.get(one.goal_id)
        if goal is None:
            continue
        step = steps[one.id]
        done_on = done.get(step)
        if done_too or done_on is None:
            waits = step in held and done_on is None
            told_of_it = (one.ref, one.account, goal.happened_on, goal.outside_only)
            found[one.trajectory_id].append(StepToTake(*told_of_it, done_on, waits, before.get(goal.ref)))
        before[goal.ref] = done_on
    return found


def _first_versions(versions: Iterable[Step]) -> dict[int, int]:
    """By the key of each version that of the first one of the same step, in the order in which they were told."""
    first: dict[uuid.UUID, int] = {}
    return {one.id: first.setdefault(one.ref, one.id) for one in versions}


def ends_of_goals(trajectory: Trajectory) -> list[tuple[Goal, GoalResult | None]]:
    """His goals in the order in which they were told, each with what became of it, if it ended; one query."""
    his = [trajectory.pk]
    told = gather([Asked(kind, "trajectory", his, plain=True) for kind in (Goal, GoalResult)])
    refs = {one.id: one.ref for one in told.of(Goal)}
    ends = {refs[one.goal_id]: one for one in standing(told.of(GoalResult))}
    return [(one, ends.get(one.ref)) for one in standing(told.of(Goal))]


def running_goals(told: Gathered) -> list[Goal]:
    """The goals that run, in the order in which they were told, by what was gathered of them."""
    return list({goal.ref: goal for goal in _running(told, None).values()}.values())


def _running(told: Gathered, as_known: date | None) -> dict[int, Goal]:
    """The goals that run, by the key of each of their versions."""
    refs = {one.id: one.ref for one in told.of(Goal)}
    ended = {refs[one.goal_id] for one in standing(told.of(GoalResult), as_known=as_known)}
    runs = {one.ref: one for one in standing(told.of(Goal), as_known=as_known) if one.ref not in ended}
    return {key: runs[ref] for key, ref in refs.items() if ref in runs}


def _marked(
    told: Gathered, steps: Mapping[int, int], as_known: date | None
) -> tuple[dict[int, date], set[int]]:
    """By the first version of a step the first day on which it was done, and the steps that cannot be yet."""
    done: dict[int, date] = {}
    held = set()
    for one in standing(told.of(StepMark), as_known=as_known):
        step = steps[one.step_id]
        if one.state == StepState.DONE:
            done[step] = min(done.get(step, one.happened_on), one.happened_on)
        elif one.until is None:
            held.add(step)
    return done, held
