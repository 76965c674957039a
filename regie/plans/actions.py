"""What changes several things of his plan at once."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from regie.base.actors import Actor
from regie.plans.models import Goal, Step
from regie.plans.rules import GoalAccount, StepAccount
from regie.trajectories.models import Trajectory


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
