"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.trajectories.models import Trajectory
from tests.factories import plans
from tests.factories.papers import paper


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_wished, _kept_papers)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"wish before it was corrected": first, "corrected wish": better}


def _kept_papers(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A paper of which was told better what it is."""
    first = paper(trajectory, by=officer, at=at, title="Een", given_by="Zijn moeder", dated_on=day(at))
    better = first.correct(account=replace(first.account, title="Twee"), by=officer.acting(at), at=at)
    return {"paper before it was corrected": first, "corrected paper": better}


# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "corrected wish.source",  # nobody types one: he said it himself
    "corrected paper.source",  # from whom it came is told in its own field
    "corrected paper.digest",  # only asked whether the same file stands there
}
OLD = {"wish before it was corrected", "paper before it was corrected"}
