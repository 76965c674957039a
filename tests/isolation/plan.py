"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.trajectories.models import Trajectory
from tests.factories import plans


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_wished, _talented)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    asked: Any = plans.follow_up(better, by=officer, at=at)
    again = asked.correct(account=replace(asked.account, words="Twee"), by=officer.acting(at), at=at)
    return {
        "wish before it was corrected": first,
        "corrected wish": better,
        "follow-up before it was corrected": asked,
        "corrected follow-up": again,
    }


def _talented(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A talent that was told better."""
    first = plans.talent(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"talent before it was corrected": first, "corrected talent": better}


# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "corrected wish.source",  # nobody types one: he said it himself
    "wish before it was corrected.source",
    "corrected follow-up.source",
    "follow-up before it was corrected.source",
    "corrected talent.source",  # who says it is chosen
}
OLD = {"talent before it was corrected"}
