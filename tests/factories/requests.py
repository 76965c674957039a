"""What is asked of partners and what they answer, by the verbs themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import Consent
from regie.plans.models import Step
from regie.requests.actions import agree_together, tell_answer
from regie.requests.actions import ask as ask_partner
from regie.requests.enums import AnswerKind
from regie.requests.models import MutualAgreement, PartnerRequest, RequestAnswer
from regie.requests.rules import AnswerAccount, MutualAccount, RequestAccount
from regie.trajectories.models import Involvement

LETTERS = "Wilt u de brieven ordenen?"


def ask(
    of: Involvement,
    *,
    by: User,
    at: datetime,
    words: str = LETTERS,
    step: Step | None = None,
    happened_on: date | None = None,
    **told: Any,
) -> PartnerRequest:
    """Asked today by telephone, for next week, unless told otherwise."""
    since = happened_on or day(at)
    account = RequestAccount(since, words, told.pop("wanted_on", since + timedelta(days=7)))
    about = {"trajectory": of.trajectory, "involvement": of, "step": step, "channel": "phone"} | told
    return ask_partner(account=account, by=by.acting(at), at=at, **about)


def answer(
    to: PartnerRequest,
    kind: AnswerKind = AnswerKind.ACCEPTED,
    *,
    by: User,
    at: datetime,
    happened_on: date | None = None,
    after: RequestAnswer | None = None,
    **told: Any,
) -> RequestAnswer:
    """Answered today by telephone: does it, unless told otherwise."""
    account = AnswerAccount(happened_on or day(at), kind, **told)
    seen = after.pk if after else None
    return tell_answer(request=to, account=account, after=seen, by=by.acting(at), at=at)


def agree(
    of: Involvement, *, by: User, at: datetime, happened_on: date | None = None, **told: Any
) -> MutualAgreement:
    """Three agreed today, from tomorrow, unless told otherwise."""
    since = happened_on or day(at)
    about = {"trajectory": of.trajectory, "channel": "talk"}
    about |= {name: told.pop(name) for name in ("trajectory", "channel", "submission") if name in told}
    said = {
        "begins_on": since + timedelta(days=1),
        "young_person": "Brengt zijn post op maandag.",
        "officer": "Gaat de eerste keer mee.",
        "partner": "Leest de post.",
        "otherwise": "Dan bellen we elkaar dezelfde week.",
        "consent": Consent.AGREED,
    }
    account = MutualAccount(happened_on=since, **(said | told))
    return agree_together(account=account, involvement=of, by=by.acting(at), at=at, **about)
