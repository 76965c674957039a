"""What changes several things of his plan at once, or asks his plan before it changes something of his road."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.plans.enums import PaperKind
from regie.plans.models import Goal, Paper, Step
from regie.plans.queries import network_of
from regie.plans.rules import Given, GoalAccount, PaperAccount, StepAccount, check_no_relative
from regie.trajectories.enums import ExplainedHow, ToldBack
from regie.trajectories.models import Explanation, Involvement, JoinRequest, Trajectory
from regie.trajectories.rules import ExplanationAccount, InvolvementAccount


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
    asked: JoinRequest | None = None,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Involvement:
    """Somebody is involved who is not somebody around him; when he `asked` for it, that is his answer.

    Raises as telling it does, NotValid for family, and NotNow when he was involved for that already.
    """
    trajectory.check_guided_by(by)
    check_around(account, trajectory)
    told: dict[str, Any] = {"by": by, "at": at}
    with transaction.atomic():
        made = Involvement.tell(trajectory=trajectory, account=account, submission=submission, **told)
        if asked:
            asked.involve(made, **told)
    return made


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


@dataclass(frozen=True)
class Letter:
    """A letter to him: what it is called, and the PDF that was made."""

    title: str
    filename: str
    content: bytes


def explain_in_letter(
    *,
    trajectory: Trajectory,
    thing: uuid.UUID,
    letter: Letter,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Paper:
    """The letter is kept with his papers, and it is told that this was explained to him; one sending is once.

    `thing` is the ref of who is involved or of what was told. Raises NotAllowed, NotValid or NotNow.
    """
    told: dict[str, Any] = {"trajectory": trajectory, "submission": submission, "by": by, "at": at}
    explained = ExplanationAccount(
        day(at), by.label, ExplainedHow.PAPER, f"Brief: {letter.title}", ToldBack.NOT_ASKED
    )
    paper = PaperAccount(day(at), PaperKind.LETTER, letter.title, by.label, day(at))
    with transaction.atomic():
        Explanation.tell(account=explained, thing=thing, **told)
        return Paper.tell(account=paper, given=Given(letter.filename, letter.content), **told)
