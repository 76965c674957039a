"""What stands in his way, what was tried and how it ended, by the verbs themselves."""

from datetime import date, datetime
from typing import Any

from regie.accounts.models import User
from regie.barriers.enums import BarrierOutcome
from regie.barriers.models import Barrier, BarrierAttempt, BarrierEnd
from regie.barriers.rules import AttemptAccount, BarrierAccount, BarrierEndAccount
from regie.base.clock import day
from regie.trajectories.models import Trajectory

ADDRESS = {"kind": "no_postal_address", "kind_title": "Geen postadres"}
WORDS = "De gemeente geeft geen briefadres zonder bewijs dat hij hier slaapt."


def blocked(
    trajectory: Trajectory, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> Barrier:
    """No postal address, taken by his officer since today, unless told otherwise."""
    sent = {name: told.pop(name) for name in ("submission",) if name in told}
    said = {"words": WORDS, **ADDRESS} | told
    account = BarrierAccount(happened_on or day(at), **said)
    return Barrier.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at, **sent)


def attempt(
    at_it: Barrier, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> BarrierAttempt:
    """Called today, without an answer yet, unless told otherwise."""
    account = AttemptAccount(happened_on or day(at), **({"words": "Gebeld met het loket."} | told))
    return BarrierAttempt.tell(
        trajectory=at_it.trajectory, account=account, barrier=at_it, by=by.acting(at), at=at
    )


def end(
    of: Barrier,
    outcome: BarrierOutcome = BarrierOutcome.BROKEN,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    words: str = "De wijkagent schreef een verklaring.",
) -> BarrierEnd:
    """Broken through today, unless told otherwise."""
    account = BarrierEndAccount(happened_on or day(at), outcome, words)
    return BarrierEnd.tell(trajectory=of.trajectory, account=account, barrier=of, by=by.acting(at), at=at)
