"""Guidance is closed, by two people when it is early, and re-opened."""

from datetime import date, datetime
from typing import Any

from regie.accounts.models import User
from regie.approach.queries import approach_for
from regie.base.clock import day
from regie.persons.rules import Identity
from regie.trajectories.actions import (
    answer_closure,
    close_trajectory,
    reopen_trajectory,
)
from regie.trajectories.enums import (
    Knew,
    Result,
)
from regie.trajectories.models import (
    Closure,
    ClosureAnswer,
    Reopening,
    Trajectory,
)
from regie.trajectories.rules import (
    CameOfIt,
    Closing,
)

JAYDEN = Identity("Jayden", "Muller", date(2005, 4, 17), "999990019")


def what_is_told(trajectory: Trajectory, reason: str = "goals_reached", *, on: date, **told: Any) -> Closing:
    """What is told when it ends: every life domain is reached, and he knows that the door stays open."""
    approach = approach_for(trajectory.municipality, on=on)
    said = {"words": "Hij heeft werk en een huis.", "door": Knew.YES, "stays": "Zijn schuld loopt nog af."}
    results = {domain.code: CameOfIt(Result.REACHED, "Ik red het.") for domain in approach.life_domains}
    if reason == "died":
        said, results = {}, {}
    return Closing(reason, **({"happened_on": on, "results": results} | said | told))


def close(
    trajectory: Trajectory, reason: str = "goals_reached", *, by: User, at: datetime, **told: Any
) -> Closure:
    """Closed today, or asked to be when it is early, because his goals are reached unless told otherwise."""
    account = what_is_told(trajectory, reason, on=told.pop("happened_on", day(at)), **told)
    return close_trajectory(trajectory=trajectory, closing=account, by=by.acting(at), at=at)


def agree(
    closure: Closure, *, by: User, at: datetime, agreed: bool = True, words: str = "Eens."
) -> ClosureAnswer:
    """The second person agrees, unless told otherwise."""
    return answer_closure(closure=closure, agreed=agreed, words=words, by=by.acting(at), at=at)


def reopen(
    trajectory: Trajectory,
    *,
    by: User,
    at: datetime,
    words: str = "Hij belde: het gaat niet goed.",
    **told: Any,
) -> Reopening:
    """Re-opened today unless told otherwise."""
    since = told.pop("since", day(at))
    return reopen_trajectory(trajectory=trajectory, since=since, words=words, by=by.acting(at), at=at, **told)
