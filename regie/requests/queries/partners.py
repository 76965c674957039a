"""What was asked of a partner himself, over all with whom he is involved, as he reads it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from regie.base.actors import Actor
from regie.requests.models import PartnerRequest, RequestAnswer
from regie.requests.queries.requests import RequestStory
from regie.trajectories.queries import involvements_of_partner


def requests_of_partner(viewer: Actor) -> list[RequestStory]:
    """What still asks something, the soonest first, and then what does not, the newest first; two queries."""
    told = _with_answers(_asked_of(viewer))
    still = sorted((one for one in told if one.is_open), key=lambda one: (one.due_on, one.request.pk))
    over = sorted((one for one in told if not one.is_open), key=lambda one: -one.request.pk)
    return [*still, *over]


def request_of_partner(ref: uuid.UUID, *, viewer: Actor) -> RequestStory | None:
    """One of these, or None as if it were not there; two queries."""
    return next(iter(_with_answers(_asked_of(viewer).filter(ref=ref))), None)


def _asked_of(viewer: Actor) -> Any:
    """Of an involvement that is open to him: what was asked when it was is not enough."""
    his = involvements_of_partner(viewer).order_by().values("ref")
    asked = PartnerRequest.objects.current().filter(involvement__ref__in=his)
    return asked.select_related("trajectory__person", "trajectory__municipality", "involvement")


def _with_answers(asked: Iterable[PartnerRequest]) -> list[RequestStory]:
    found = list(asked)
    answers: dict[uuid.UUID, list[RequestAnswer]] = defaultdict(list)
    known = RequestAnswer.objects.current().filter(asked__in=[one.ref for one in found]) if found else ()
    for answer in sorted(known, key=lambda one: one.pk):
        answers[answer.asked].append(answer)
    return [RequestStory(one, tuple(answers[one.ref])) for one in found]
