"""What is agreed with him, by the verb itself."""

from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import Consent, Presence, PromisedBy
from regie.plans.models import Agreement
from regie.plans.queries import agreements_of
from regie.plans.rules import AgreementAccount, Promised
from regie.trajectories.models import Trajectory

SCHOOL = Promised(PromisedBy.YOUNG_PERSON, "", "Ik bel maandag naar school.")
DEBTS = Promised(PromisedBy.OFFICER, "", "Ik ga mee naar de schuldhulp.")
RIDE = Promised(PromisedBy.SOMEONE_ELSE, "Moeder", "rijdt hem naar de kliniek.")


def account(at: datetime, *promises: Promised, **told: Any) -> AgreementAccount:
    """Agreed that day, by who was there, unless told otherwise."""
    said: dict[str, Any] = {"consent": Consent.AGREED, "presence": Presence.IN_PERSON}
    return AgreementAccount(day(at), promises or (SCHOOL, DEBTS), **said | told)


def agree(
    trajectory: Trajectory, *promises: Promised, by: User, at: datetime, submission: Any = None, **told: Any
) -> Agreement:
    """They agreed on this, after what they agreed before."""
    last = next(iter(agreements_of(trajectory)), None)
    return Agreement.tell(
        trajectory=trajectory,
        account=account(at, *promises, **told),
        follows_id=last.pk if last else None,
        submission=submission,
        by=by.acting(at),
        at=at,
    )
