"""What is told of who is involved: whether he joins, and what was explained to the young person."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from regie.accounts.models import User
from regie.base.clock import day
from regie.trajectories.enums import ExplainedHow, Joining, ToldBack
from regie.trajectories.models import (
    Explanation,
    GroundAnswer,
    Involvement,
    JoinRequest,
    Participation,
    Trajectory,
)
from regie.trajectories.rules import (
    ExplanationAccount,
    GroundAccount,
    JoinRequestAccount,
    ParticipationAccount,
)
from tests.factories import people

PENDING = "privacy_officer_decides"


def answer(
    one: Involvement, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> Participation:
    """He joins, today unless told otherwise."""
    account = ParticipationAccount(happened_on or day(at), **({"answer": Joining.JOINS} | told))
    about = {"trajectory": one.trajectory, "thing": one.ref}
    return Participation.tell(**about, account=account, by=by.acting(at), at=at)


def explain(
    one: Involvement, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> Explanation:
    """Noor explained it today and he told it back, unless told otherwise."""
    said = {
        "by_whom": "Noor",
        "channel": ExplainedHow.TALK,
        "words": "De bank helpt met uw schulden.",
        "told_back": ToldBack.TOLD,
    }
    account = ExplanationAccount(happened_on or day(at), **(said | told))
    about = {"trajectory": one.trajectory, "thing": one.ref}
    return Explanation.tell(**about, account=account, by=by.acting(at), at=at)


def judge(one: Involvement, *, by: User, at: datetime, **told: Any) -> GroundAnswer:
    """It may, for his debts, unless told otherwise."""
    account = GroundAccount(**({"may": True, "ground": "debts"} | told))
    return GroundAnswer.give(involvement=one, account=account, by=by.acting(at), at=at)


def ask_to_join(
    trajectory: Trajectory, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> JoinRequest:
    """Petra of the neighbourhood team asks it today, unless told otherwise."""
    said = {"who": "Petra Smit, wijkteam", "words": "Helpen met zijn post."}
    account = JoinRequestAccount(happened_on or day(at), **(said | told))
    return JoinRequest.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def told(trajectory: Trajectory, *, by: User, at: datetime) -> dict[str, UUID]:
    """Somebody is involved who answered and of whom was told, while the ground is judged; by the part of an address."""
    one = people.involve(trajectory, by=by, at=at, ground=PENDING)
    return {
        "involvement_ref": one.ref,
        "participation_ref": answer(one, by=by, at=at).ref,
        "explanation_ref": explain(one, by=by, at=at).ref,
        "joinrequest_ref": ask_to_join(trajectory, by=by, at=at).ref,
    }
