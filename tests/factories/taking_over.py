"""Something is taken over on an authorisation, and handed back."""

from datetime import date, datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import Doer, Lasts, RestsOn
from regie.plans.models import Authorisation, Doing, TakenOver
from regie.plans.rules import AuthorisationAccount, DoingAccount, TakenOverAccount
from regie.trajectories.models import Trajectory


def authorise(
    trajectory: Trajectory, *, by: User, at: datetime, until: date | None = None, **told: Any
) -> Authorisation:
    """He signed today that his officer may speak with the debt helpers, until he stops it unless told otherwise."""
    lasts = Lasts.UNTIL_DAY if until else Lasts.UNTIL_STOPPED
    days = {"happened_on": day(at), "signed_on": day(at), "lasts": lasts, "until": until}
    words = {"party": "Kredietbank Limburg", "scope": "Over zijn schulden praten."}
    account = AuthorisationAccount(**(words | days | told))
    return Authorisation.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def take_over(
    trajectory: Trajectory,
    *,
    by: User,
    at: datetime,
    on: Authorisation | None = None,
    words: str = "De post openen.",
    **told: Any,
) -> TakenOver:
    """The officer opens his post since today, on an authorisation or without need of one."""
    rests_on = RestsOn.AUTHORISATION if on else RestsOn.NOT_NEEDED
    known = {"happened_on": day(at), "rests_on": rests_on, "authorisation": on.ref if on else None}
    account = TakenOverAccount(words=words, **(known | told))
    return TakenOver.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def do(
    taken_over: TakenOver,
    doer: Doer = Doer.HIMSELF,
    *,
    by: User,
    at: datetime,
    on: date | None = None,
    **told: Any,
) -> Doing:
    """Somebody does it since today; himself unless told otherwise."""
    account = DoingAccount(on or day(at), doer, **told)
    acting = by.acting(at)
    return Doing.tell(
        trajectory=taken_over.trajectory, account=account, thing=taken_over.ref, by=acting, at=at
    )
