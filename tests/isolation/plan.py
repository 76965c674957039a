"""What is told of the plan of who is guided, one of each."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.trajectories.models import Trajectory
from tests.factories import goals, plans


def told_of_his_plan(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_wished, _aimed)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def _wished(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A wish that was told better."""
    first = plans.wish(trajectory, by=officer, at=at)
    better = first.correct(account=replace(first.account, words="Twee"), by=officer.acting(at), at=at)
    return {"wish before it was corrected": first, "corrected wish": better}


def _aimed(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Two goals with a step, of which one is over; each thing told better."""
    told, by = {"by": officer, "at": at}, {"by": officer.acting(at), "at": at}
    found: dict[str, Any] = {}
    for name, ends in (("goal", False), ("goal that is over", True)):
        goal = goals.goal(trajectory, wish_id=None, **goals.HOME, **told)
        step = goals.step(goal, **told)
        facts = {name: goal, f"step of {name}": step, f"mark of {name}": goals.hold(step, **told)}
        if ends:
            facts[f"result of {name}"] = goals.end(goal, not_congratulated="Hij wil dat niet.", **told)
        for what, first in facts.items():
            better = first.correct(account=replace(first.account, words="Twee"), **by)
            found |= {f"{what} before it was corrected": first, f"corrected {what}": better}
    return found


AIMED = (
    *(f"{what}{name}" for what in ("", "step of ", "mark of ") for name in ("goal", "goal that is over")),
    "result of goal that is over",
)
# What no page shows, and why; and what is only shown as it stands now.
SEEN_BY_NOBODY = {
    "corrected wish.source",  # nobody types one: he said it himself
    *(f"corrected {what}.source" for what in AIMED),
    *(f"corrected {name}.template" for name in ("goal", "goal that is over")),  # its title is shown
    *(
        f"corrected step of {name}.happened_on" for name in ("goal", "goal that is over")
    ),  # by when is what counts
}
OLD = {"wish before it was corrected", *(f"{what} before it was corrected" for what in AIMED)}
