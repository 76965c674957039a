"""What changes several things of his plan at once, or asks his plan before it changes something of his road."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from regie.base.actors import Actor
from regie.plans.models import Goal, Step
from regie.plans.queries import network_of
from regie.plans.rules import GoalAccount, StepAccount, check_no_relative
from regie.trajectories.models import Involvement, Trajectory
from regie.trajectories.rules import InvolvementAccount


def set_goal(
    *,
    trajectory: Trajectory,
    account: GoalAccount,
    steps: Sequence[StepAccount] = (),
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
    **about: Any,
) -> Goal:
    """Tells a goal with its first steps, all or nothing; one sending is once. `about` is the example it began from.

    Raises NotAllowed, NotNow, or NotValid beside what cannot be.
    """
    with transaction.atomic():
        told: dict[str, Any] = {"trajectory": trajectory, "by": by, "at": at}
        goal = Goal.tell(account=account, submission=submission, **told, **about)
        for number, step in enumerate(steps):
            # The same form sent twice has the same steps: each is named by it and by its place.
            sending = uuid.uuid5(submission, str(number)) if submission else None
            Step.tell(account=step, goal=goal, submission=sending, **told)
    return goal


def involve(
    *,
    trajectory: Trajectory,
    account: InvolvementAccount,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Involvement:
    """Somebody is involved who is not somebody around him; raises as telling it does, and NotValid for family."""
    trajectory.check_guided_by(by)
    check_around(account, trajectory)
    return Involvement.tell(trajectory=trajectory, account=account, submission=submission, by=by, at=at)


def correct_involvement(
    told: Involvement,
    *,
    account: InvolvementAccount,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Involvement:
    """Tells it better, when who it is now is not somebody around him; raises as `involve` does."""
    told.trajectory.check_guided_by(by)
    check_around(account, told.trajectory)
    return told.correct(account=account, submission=submission, by=by, at=at)


def check_around(account: InvolvementAccount, trajectory: Trajectory) -> None:
    """Raises NotValid for who looks like somebody around him; one query."""
    entries = (account.professional, account.organisation)
    check_no_relative(entries, network_of(trajectory), another=account.another)
