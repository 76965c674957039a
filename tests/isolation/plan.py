"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.trajectories.models import Trajectory
from tests.factories import plans


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_wished,)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"wish before it was corrected": first, "corrected wish": better}


# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "corrected wish.source",  # nobody types one: he said it himself
}
OLD = {"wish before it was corrected"}
