"""Gives who is asked a link for that one request, shows it to who has the code, and takes his answer."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from regie.accounts.rules import CODE_LETTERS, in_groups
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.submissions import once
from regie.privacy.enums import Verb
from regie.requests.enums import LinkStep
from regie.requests.models import LinkEvent, OneTaskLink, PartnerRequest, RequestAnswer
from regie.requests.models.one_task_link import code_hash_of, token_hash_of
from regie.requests.queries import LinkedRequest
from regie.requests.rules import LINK_CODE_LENGTH, LINK_LASTS, AnswerAccount, check_address
from regie.trajectories.models import Disclosure

TOKEN_BYTES = 32
SHOWN = "Gelezen met een link: {}"
WITH_ITS_STEP = " Met de stap waar dit bij hoort."
OPEN_ALREADY = "Voor deze vraag werkt al een link. Trek die eerst in."
NOT_ASKED = (
    "Deze vraag vraagt niets meer, of deze partner is niet meer betrokken. Kijk eerst wat er nu staat."
)
WRONG_CODE = "Deze code klopt niet. Kijk hem na, of bel wie hem gaf."
WORKS_NOT = "Deze link werkt niet meer. Bel de re-integratieofficier."


@dataclass(frozen=True)
class NewLink:
    """A link with its token and code, which are told once; empty when this form had made it already."""

    link: OneTaskLink
    token: str = ""
    code: str = ""


def make_link(
    *, request: PartnerRequest, email: str, submission: uuid.UUID | None = None, by: Actor, at: datetime
) -> NewLink:
    """Makes a link for this request, for a week; one works at a time.

    Raises NotAllowed, NotValid beside the address, or NotNow when it asks nothing any more or has a link that works.
    """
    trajectory = request.trajectory
    trajectory.check_guided_by(by)
    address = check_address(email)
    with transaction.atomic():
        trajectory.hold_open()
        made = OneTaskLink.objects.filter(submission=submission).first() if submission else None
        if made:
            return NewLink(made)
        _check_may_be_made(request, at)
        token, ref = secrets.token_urlsafe(TOKEN_BYTES), uuid.uuid4()
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(LINK_CODE_LENGTH))
        link = OneTaskLink.objects.create(
            ref=ref,
            trajectory=trajectory,
            asked=request.ref,
            email=address,
            token_hash=token_hash_of(token),
            code_hash=code_hash_of(ref, code),
            expires_at=at + LINK_LASTS,
            submission=submission,
            **OneTaskLink.stamp(by=by, at=at),
        )
        trajectory.journal(Verb.LINK_MADE, ["asked", "email", "expires_at"], by=by, at=at)
    return NewLink(link, token, in_groups(code))


def open_link(found: LinkedRequest, *, with_step: bool, code: str, at: datetime) -> OneTaskLink:
    """Lets who has the code read the request; the first time that is a disclosure, on the ground of his involvement.

    Raises NotValid of a wrong code, of which the fifth ends the link; NotNow when it works no more.
    """
    link, holder = found.link, found.link.holder
    with transaction.atomic():
        link.trajectory.hold_open()
        if not link.works(at):
            raise NotNow(WORKS_NOT)
        right = link.has_code(code)
        if right:
            _disclose(found, with_step=with_step, at=at)
            link.note(LinkStep.OPENED, by=holder, at=at)
        else:
            link.refuse(at=at)
    if not right:  # after the try was written down, or nobody would count it
        raise NotValid(WRONG_CODE, field="code")
    return link


def answer_by_link(
    found: LinkedRequest,
    *,
    account: AnswerAccount,
    after: int | None,
    submission: uuid.UUID | None = None,
    at: datetime,
) -> RequestAnswer:
    """Writes down what he answers with his link, which then works no more; one sending is once.

    Raises NotAllowed when the link works no more, and NotValid or NotNow as answering does.
    """
    link = found.link

    def make() -> RequestAnswer:
        with transaction.atomic():
            link.trajectory.hold_open()
            made = found.story.request.answer(
                account=account, after=after, submission=submission, by=link.holder, at=at
            )
            link.note(LinkStep.ANSWERED, by=link.holder, at=at)
        return made

    return once(RequestAnswer, submission, make)


def _check_may_be_made(request: PartnerRequest, at: datetime) -> None:
    if not PartnerRequest.objects.asking(day(at)).filter(ref=request.ref).exists():
        raise NotNow(NOT_ASKED)
    if OneTaskLink.objects.open(at).filter(asked=request.ref).exists():
        raise NotNow(OPEN_ALREADY)


def _disclose(found: LinkedRequest, *, with_step: bool, at: datetime) -> None:
    """What it says is told to him once a link, however often he opens it."""
    link, request = found.link, found.story.request
    if LinkEvent.objects.filter(link=link, step=LinkStep.OPENED).exists():
        return
    what = SHOWN.format(request.words) + (WITH_ITS_STEP if with_step else "")
    Disclosure.show(involvement=request.involvement, what=what, by=link.holder, at=at)
