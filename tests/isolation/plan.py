"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import Doer
from regie.trajectories.models import Trajectory
from tests.factories import plans, taking_over


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_wished, _taken_over)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"wish before it was corrected": first, "corrected wish": better}


def _taken_over(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """What was taken over on an authorisation, and is handed back; each told better."""
    told: dict[str, Any] = {"by": officer, "at": at}
    signed = taking_over.authorise(trajectory, until=day(at), stopped_on=day(at), **told)
    taken = taking_over.take_over(
        trajectory, on=signed, why="Een", until=day(at), domain="practical_affairs", **told
    )
    turn = taking_over.do(taken, Doer.TOGETHER, words="Een", again_on=day(at) + timedelta(days=1), **told)
    acting = officer.acting(at)
    return {
        "authorisation before it was corrected": signed,
        "corrected authorisation": signed.correct(
            account=replace(signed.account, scope="Twee"), by=acting, at=at
        ),
        "taken over before it was corrected": taken,
        "corrected taken over": taken.correct(account=replace(taken.account, why="Twee"), by=acting, at=at),
        "doing before it was corrected": turn,
        "corrected doing": turn.correct(account=replace(turn.account, words="Twee"), by=acting, at=at),
    }


# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "corrected wish.source",  # nobody types one: he said it himself
    "corrected authorisation.source",
    "corrected taken over.source",
    "corrected doing.source",
}
OLD = {
    "wish before it was corrected",
    "authorisation before it was corrected",
    "taken over before it was corrected",
    "doing before it was corrected",
}
