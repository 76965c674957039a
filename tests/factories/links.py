"""A link for one request, made and used by the verbs themselves."""

from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.requests.actions import NewLink, answer_by_link, make_link, open_link
from regie.requests.enums import AnsweredBy, AnswerKind
from regie.requests.models import OneTaskLink, PartnerRequest, RequestAnswer
from regie.requests.queries import LinkedRequest, linked_request
from regie.requests.rules import AnswerAccount


def link(
    to: PartnerRequest, *, by: User, at: datetime, email: str = "els@bank.example", **told: Any
) -> NewLink:
    """Made for the credit bank, unless told otherwise."""
    return make_link(request=to, email=email, by=by.acting(at), at=at, **told)


def found(made: NewLink, *, at: datetime) -> LinkedRequest:
    """What it opens."""
    opens = linked_request(made.token, at=at)
    assert opens
    return opens


def enter(made: NewLink, *, at: datetime, code: str = "", with_step: bool = False) -> OneTaskLink:
    """Somebody types its code, unless told otherwise."""
    return open_link(found(made, at=at), code=code or made.code, with_step=with_step, at=at)


def answer(
    opened: LinkedRequest,
    kind: AnswerKind = AnswerKind.ACCEPTED,
    *,
    at: datetime,
    after: int | None = None,
    submission: Any = None,
    **told: Any,
) -> RequestAnswer:
    """Answered now: does it, unless told otherwise."""
    account = AnswerAccount(day(at), kind, **({"channel": AnsweredBy.LINK} | told))
    return answer_by_link(opened, account=account, after=after, submission=submission, at=at)
