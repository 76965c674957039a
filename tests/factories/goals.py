"""Goals, steps and how they went, by the verbs themselves."""

from datetime import date, datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.actions import set_goal
from regie.plans.enums import GoalOutcome, StepState
from regie.plans.models import Goal, GoalResult, Step, StepMark
from regie.plans.rules import GoalAccount, GoalResultAccount, StepAccount, StepMarkAccount
from regie.trajectories.models import Trajectory

ROOM = "Ik heb een eigen kamer."
HOME = {"domain": "housing", "domain_title": "Wonen"}


def goal(
    trajectory: Trajectory,
    *lines: str,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    words: str = ROOM,
    **told: Any,
) -> Goal:
    """A goal of his since today, with a step for each line."""
    since = happened_on or day(at)
    about = {name: told.pop(name) for name in ("template", "template_title") if name in told}
    account = GoalAccount(since, words, **told)
    steps = tuple(StepAccount(since, line) for line in lines)
    return set_goal(trajectory=trajectory, account=account, steps=steps, by=by.acting(at), at=at, **about)


def step(of: Goal, *, by: User, at: datetime, words: str = "De verhuurder bellen.", **told: Any) -> Step:
    """One step more, agreed today."""
    account = StepAccount(day(at), words, **told)
    return Step.tell(trajectory=of.trajectory, account=account, goal=of, by=by.acting(at), at=at)


def mark(
    of: Step,
    state: StepState = StepState.DONE,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    words: str = "",
) -> StepMark:
    """Done since today, unless told otherwise."""
    account = StepMarkAccount(happened_on or day(at), words)
    told = {"by": by.acting(at), "at": at}
    return StepMark.tell(trajectory=of.trajectory, account=account, step=of, state=state, **told)


def hold(of: Step, *, by: User, at: datetime, words: str = "Er is een wachtlijst.", **told: Any) -> StepMark:
    """It cannot be yet."""
    return mark(of, StepState.HELD, by=by, at=at, words=words, **told)


def end(
    of: Goal,
    outcome: GoalOutcome = GoalOutcome.REACHED,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    **told: Any,
) -> GoalResult:
    """Reached since today, and we say so to him, unless told otherwise."""
    said = {"words": "Het is gelukt.", "congratulation": "Knap gedaan."} | told
    account = GoalResultAccount(happened_on or day(at), outcome, **said)
    return GoalResult.tell(trajectory=of.trajectory, account=account, goal=of, by=by.acting(at), at=at)
