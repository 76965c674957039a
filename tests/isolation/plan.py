"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.trajectories.models import Trajectory
from tests.factories import debts, plans


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_wished, _owed)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"wish before it was corrected": first, "corrected wish": better}


def _owed(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """That he had no debts; elsewhere then a debt and a reading of it, each told better."""
    told: dict[str, Any] = {"by": officer, "at": at}
    by = {"by": officer.acting(at), "at": at}
    none = debts.owes_nothing(trajectory, **told)
    if trajectory.municipality.name != "Heerlen":  # while a debt is open nobody can tell that he has none
        return {"no debts": none}
    first = debts.owe(trajectory, reference="K-1", **told)
    reading = first.read(account=debts.full(day(at), day(at)), **by)
    return {
        "debt before it was corrected": first,
        "corrected debt": first.correct(account=replace(first.account, creditor="Twee"), **by),
        "reading before it was corrected": reading,
        "corrected reading": reading.correct(account=replace(reading.account, next_payment="Twee"), **by),
        "no debts": none,
    }


# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "corrected wish.source",  # nobody types one: he said it himself
    "corrected debt.source",  # nobody types one
}
OLD = {
    "wish before it was corrected",
    "debt before it was corrected",
    "reading before it was corrected",
}
