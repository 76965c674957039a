"""A barrier that rises, the second person and what came of it, by the verbs themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.barriers.models import Barrier
from regie.base.clock import day
from regie.escalations.actions import consent_to, escalate
from regie.escalations.enums import EscalationOutcome, Level
from regie.escalations.models import Escalation, EscalationAnswer, EscalationConsent
from regie.escalations.rules import EscalationAccount, EscalationAnswerAccount

SAID: dict[str, Any] = {
    "role": "Teamleider Burgerzaken",
    "name": "Els de Wit",
    "question": "Kan hij een briefadres krijgen zonder dat bewijs?",
    "brief": "Een jongere loopt vast: geen postadres.",
}


def rise(
    barrier: Barrier,
    level: Level = Level.TACTICAL,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    **told: Any,
) -> Escalation:
    """Asked today of somebody outside, an answer wanted in two weeks, unless told otherwise."""
    sent = {name: told.pop(name) for name in ("submission",) if name in told}
    on = happened_on or day(at)
    said = SAID | {"wanted_by": on + timedelta(days=14)} | ({"name": ""} if "colleague" in told else {})
    account = EscalationAccount(happened_on=on, level=level, **(said | told))
    return escalate(barrier=barrier, account=account, by=by.acting(at), at=at, **sent)


def answer(
    asked: Escalation,
    outcome: EscalationOutcome = EscalationOutcome.REFUSED,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    **told: Any,
) -> EscalationAnswer:
    """Refused today by whom it was asked of, unless told otherwise."""
    said = {"words": "Dat mag niet van de wet.", "by_whom": "Els de Wit"} | told
    account = EscalationAnswerAccount(happened_on or day(at), outcome, **said)
    about = {"trajectory": asked.trajectory, "escalation": asked}
    return EscalationAnswer.tell(account=account, by=by.acting(at), at=at, **about)


def agree(
    asked: Escalation, *, by: User, at: datetime, agreed: bool = True, words: str = "Er is haast bij."
) -> EscalationConsent:
    """A second person says yes, unless told otherwise."""
    return consent_to(escalation=asked, agreed=agreed, words=words, by=by.acting(at), at=at)
