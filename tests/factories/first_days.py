"""His first days outside, made by the verbs themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.detention.models import Stay
from regie.trajectories.actions import tell_free
from regie.trajectories.enums import Answered, Called, SleepingPlace
from regie.trajectories.models import Call, FirstDaysDone, Night, Trajectory
from regie.trajectories.rules import CallAccount, FirstDaysAccount, NightAccount
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold


def free(trajectory: Trajectory, *, by: User, at: datetime, on: date | None = None, **more: Any) -> Stay:
    """He is free, since today unless told otherwise."""
    return tell_free(trajectory=trajectory, on=on or day(at), by=by.acting(at), at=at, **more)


def out_since_yesterday(*, by: Cast, at: datetime) -> Trajectory:
    """Noor guides him for a week, and yesterday he came out."""
    his = people.guide(by, at=at - timedelta(days=8))
    hold(his.person, at=at, entered_on=day(at) - timedelta(days=12))
    free(his, by=by.noor, at=at, on=day(at) - timedelta(days=1))
    return his


def call(
    trajectory: Trajectory, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> Call:
    """The shelter was called today and answered, unless told otherwise."""
    usual = {"whom": Called.SHELTER, "answered": Answered.YES, "words": "Er is een bed."}
    account = CallAccount(happened_on or day(at), **(usual | told))
    return Call.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def sleep(
    trajectory: Trajectory,
    place: SleepingPlace = SleepingPlace.SHELTER,
    *,
    by: User,
    at: datetime,
    night: date | None = None,
    words: str = "",
) -> Night:
    """Tonight he sleeps in the shelter unless told otherwise."""
    account = NightAccount(night or day(at), place, words)
    return Night.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def settle(
    trajectory: Trajectory, *, by: User, at: datetime, words: str = "Hij heeft een bed.", **told: Any
) -> FirstDaysDone:
    """His first days are done today; next contact is in a week unless told otherwise."""
    account = FirstDaysAccount(day(at), words, told.get("again_on", day(at) + timedelta(days=7)))
    return FirstDaysDone.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)
