"""Sends a link for one request: made first, then mailed, so that it stands when a mail server refuses."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.mailing.post import hand_over
from regie.mailing.rules import LINK, link_letter
from regie.requests.actions import NewLink, make_link
from regie.requests.enums import LinkStep
from regie.requests.models import OneTaskLink, PartnerRequest


@dataclass(frozen=True)
class SentLink:
    """A link with its address and code, told once, and whether the mail server took the mail."""

    link: OneTaskLink
    address: str = ""
    code: str = ""
    mailed: bool = False


def send_link(
    *, request: PartnerRequest, email: str, submission: uuid.UUID | None = None, by: Actor, at: datetime
) -> SentLink:
    """Makes the link and mails its address, without the code and without a name; once for one sending.

    Raises as making does. What becomes of the mail changes nothing of the link.
    """
    made = make_link(request=request, email=email, submission=submission, by=by, at=at)
    if not made.token:
        return SentLink(made.link)
    address = urljoin(settings.REGIE_SITE, f"{LINK}{made.token}/")
    mailed = hand_over(_written(made, address)).taken
    with transaction.atomic():
        made.link.note(LinkStep.MAILED if mailed else LinkStep.NOT_MAILED, by=by, at=at)
    return SentLink(made.link, address, made.code, mailed)


def _written(made: NewLink, address: str) -> EmailMultiAlternatives:
    """The mail as it goes over the line; it names nobody."""
    link = made.link
    says = link_letter(str(link.trajectory.municipality), url=address, until=day(link.expires_at))
    headers = {"Auto-Submitted": "auto-generated"}
    written = EmailMultiAlternatives(says.subject, says.text, to=[link.email], headers=headers)
    written.attach_alternative(says.html, "text/html")
    return written
