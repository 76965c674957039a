"""Somebody is out of sight, is looked for, and is seen again."""

from datetime import date, datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.persons.rules import Identity
from regie.trajectories.enums import (
    AttemptKind,
)
from regie.trajectories.models import (
    Attempt,
    BackInSight,
    OutOfSight,
    Trajectory,
)
from regie.trajectories.rules import (
    AttemptAccount,
    BackInSightAccount,
    OutOfSightAccount,
)

JAYDEN = Identity("Jayden", "Muller", date(2005, 4, 17), "999990019")


def lose(
    trajectory: Trajectory,
    *,
    by: User,
    at: datetime,
    since: date | None = None,
    source: str = "",
    **told: Any,
) -> OutOfSight:
    """Out of sight, since today unless told otherwise."""
    account = OutOfSightAccount(since or day(at), **told)
    return OutOfSight.tell(trajectory=trajectory, account=account, source=source, by=by.acting(at), at=at)


def look(
    trajectory: Trajectory,
    kind: AttemptKind = AttemptKind.FAMILY,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    **told: Any,
) -> Attempt:
    """An attempt to find him, today unless told otherwise: his family was asked."""
    account = AttemptAccount(happened_on or day(at), kind, **({"whom": "Zijn moeder"} | told))
    return Attempt.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def find(
    trajectory: Trajectory, *, by: User, at: datetime, since: date | None = None, words: str = "Hij belde."
) -> BackInSight:
    """Back in sight, since today unless told otherwise."""
    account = BackInSightAccount(since or day(at), words)
    return BackInSight.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)
