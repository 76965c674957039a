"""The link with which somebody without an account answers one request, and how it stands."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from regie.base.clock import day
from regie.requests.enums import LinkStep
from regie.requests.models import LinkEvent, OneTaskLink, PartnerRequest, RequestAnswer
from regie.requests.queries.requests import RequestStory, answers_to
from regie.requests.rules import ENDS


@dataclass(frozen=True)
class LinkStory:
    """A link and what happened to it, in the order in which that came."""

    link: OneTaskLink
    events: tuple[LinkEvent, ...] = ()

    @property
    def steps(self) -> Sequence[LinkStep]:
        """The same as words."""
        return [LinkStep(one.step) for one in self.events]

    def works(self, at: datetime) -> bool:
        """Whether nothing ended it at that moment."""
        return self.link.expires_at > at and not set(ENDS) & set(self.steps)


@dataclass(frozen=True)
class LinkedRequest:
    """A link that works, and the one request that it opens."""

    link: OneTaskLink
    story: RequestStory


def links_of(request: PartnerRequest) -> list[LinkStory]:
    """Those of one request that may be seen, the newest first; two queries."""
    found = OneTaskLink.objects.filter(asked=request.ref).prefetch_related("events").order_by("-pk")
    told = []
    for link in found:
        link.trajectory = request.trajectory
        told.append(LinkStory(link, tuple(sorted(link.events.all(), key=lambda one: one.pk))))
    return told


def linked_request(token: str, *, at: datetime) -> LinkedRequest | None:
    """What this token opens, with its code; None for every token that opens nothing, whatever the reason."""
    link = OneTaskLink.objects.open(at).by_token(token).first()
    asking: Any = PartnerRequest.objects.asking(day(at))
    along = "trajectory__person", "trajectory__municipality", "involvement__professional", "step__goal"
    more = "involvement__organisation"
    request = asking.filter(ref=link.asked).select_related(*along, more).first() if link else None
    if link is None or request is None:
        return None
    link.trajectory = request.trajectory
    return LinkedRequest(link, RequestStory(request, answers_to(request)))


def was_answered(token: str, submission: uuid.UUID | None) -> bool:
    """Whether this very sending was written down as the answer of this link; two queries at most."""
    link = OneTaskLink.objects.by_token(token).first() if submission else None
    if link is None:
        return False
    return RequestAnswer.objects.filter(submission=submission, recorded_by_id=str(link.ref)).exists()
