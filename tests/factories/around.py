"""Who is around a young person, and what is fixed in his week, by the verbs themselves."""

from datetime import datetime, time
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import SlotKind, Tie, Weekday
from regie.plans.models import NetworkMember, WeekSlot
from regie.plans.rules import NetworkAccount, SlotAccount
from regie.trajectories.models import Trajectory


def know(
    trajectory: Trajectory, *, by: User, at: datetime, name: str = "Mijn oma", **told: Any
) -> NetworkMember:
    """Somebody around him: his grandmother, unless told otherwise."""
    account = NetworkAccount(day(at), name, **{"tie": Tie.GRANDPARENT, **told})
    return NetworkMember.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def fix(trajectory: Trajectory, *, by: User, at: datetime, **told: Any) -> WeekSlot:
    """A fixed moment: work on Monday morning, unless told otherwise."""
    monday = {"weekday": Weekday.MONDAY, "begins": time(9), "ends": time(12), "kind": SlotKind.WORK}
    account = SlotAccount(day(at), **monday | told)
    return WeekSlot.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)
