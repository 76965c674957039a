"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import Retold
from regie.plans.models import Promise
from regie.trajectories.models import Trajectory
from tests.factories import agreements, plans


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_wished, _agreed)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"wish before it was corrected": first, "corrected wish": better}


def _agreed(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """An agreement that was told better, with a promise of somebody else."""
    told = {"retold": Retold.TOLD, "retold_words": "Een", "again_on": day(at) + timedelta(days=7)}
    first = agreements.agree(trajectory, agreements.RIDE, by=officer, at=at, **told)
    better = first.correct(account=replace(first.account, retold_words="Twee"), by=officer.acting(at), at=at)
    (promise,) = Promise.objects.filter(agreement=better)
    return {"agreement before it was corrected": first, "corrected agreement": better, "promise": promise}


# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "corrected wish.source",  # nobody types one: he said it himself
    "corrected agreement.source",
}
OLD = {"wish before it was corrected", "agreement before it was corrected"}
