"""Young people on their way, made by the verbs themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.models.contact_moment import Account
from regie.persons.rules import Identity
from regie.trajectories.actions import Telling, register_referral
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import duration_of
from tests.cast import Cast

JAYDEN = Identity("Jayden", "Muller", date(2005, 4, 17), "999990019")


def refer(
    cast: Cast,
    *,
    at: datetime,
    who: Identity = JAYDEN,
    by: User | None = None,
    where: Municipality | None = None,
    **told: Any,
) -> Referral:
    """A referral, by Noor unless told otherwise: detained four days before, received today."""
    telling = {
        "referred_by": "PI Sittard",
        "happened_on": day(at),
        "detained_since": day(at - timedelta(days=4)),
        "facility": "PI Sittard",
        "told": "Geen ID.",
    }
    return register_referral(
        telling=Telling(**(telling | told)),
        who=who,
        municipality=where or cast.here,
        by=(by or cast.noor).acting(at),
        at=at,
    )


def guide(cast: Cast, *, at: datetime, by: User | None = None, **referral: Any) -> Trajectory:
    """A referral that was accepted at once."""
    officer = by or cast.noor
    made = refer(cast, at=at, by=officer, **referral)
    return made.accept(planned_end=duration_of(made, on=day(at)).proposed, by=officer.acting(at), at=at)


def meet(
    trajectory: Trajectory,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    kind: ContactKind = ContactKind.PRISON_VISIT,
    outcome: Outcome = Outcome.MADE,
    words: str = "Hij wil automonteur worden.",
) -> ContactMoment:
    """A moment of contact, today in the PI unless told otherwise."""
    account = Account(happened_on or day(at), kind, outcome, words)
    return ContactMoment.log(trajectory=trajectory, account=account, by=by.acting(at), at=at)
