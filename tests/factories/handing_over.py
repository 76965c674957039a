"""Young people who go from one officer to another, made by the verbs themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.persons.rules import Identity
from regie.trajectories.enums import TransferTalk
from regie.trajectories.models import Assignment, Trajectory, Transfer
from regie.trajectories.rules import TransferAccount
from tests.cast import Cast
from tests.factories import people


def change_officer(trajectory: Trajectory, to: User, *, since: date, by: User, at: datetime) -> Assignment:
    """A coordinator says that another guides him from a day on."""
    standing = Assignment.objects.get(trajectory=trajectory, until=None)
    return trajectory.assign(officer=to, since=since, seen=standing.pk, by=by.acting(at), at=at)


def hand_over(
    trajectory: Trajectory, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> Transfer:
    """What the next officer must know, and that all three spoke today, unless told otherwise."""
    said = {"must_know": "Bel hem, mail niet.", "talk": TransferTalk.TOGETHER, "done": ["met"]}
    account = TransferAccount(happened_on or day(at), **(said | told))
    return Transfer.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def handed_over(cast: Cast, *, at: datetime) -> Transfer:
    """Kai goes from Noor to Sem tomorrow, and all three spoke."""
    his = people.guide(cast, at=at, who=Identity("Kai", "Smeets", date(2004, 2, 3)))
    change_officer(his, cast.sem, since=day(at) + timedelta(days=1), by=cast.fatima, at=at)
    return hand_over(his, by=cast.noor, at=at)
