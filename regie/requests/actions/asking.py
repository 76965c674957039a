"""Asking a partner something tells him something: the request and its disclosure are one telling."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction

from regie.base.actors import Actor
from regie.plans.models import Step
from regie.requests.models import PartnerRequest
from regie.requests.rules import RequestAccount
from regie.trajectories.models import Disclosure, Involvement, Trajectory
from regie.trajectories.rules import DisclosureAccount

ASKED = "Gevraagd: {}"
WITH_ITS_STEP = " Met de stap waar dit bij hoort."


def ask(
    *,
    trajectory: Trajectory,
    account: RequestAccount,
    involvement: Involvement,
    step: Step | None = None,
    channel: str,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> PartnerRequest:
    """Asks it of who is involved, and writes down that he was told so, on his ground and for his purpose.

    One sending is once, and so is the same asked twice on one day. Raises NotAllowed, NotValid or NotNow.
    """
    told: dict[str, Any] = {"trajectory": trajectory, "submission": submission, "by": by, "at": at}
    with transaction.atomic():
        made = PartnerRequest.tell(account=account, involvement=involvement, step=step, **told)
        if made.recorded_at == at:  # what was asked before was disclosed then
            Disclosure.tell(account=_disclosed(made, channel), **told)
    return made


def _disclosed(request: PartnerRequest, channel: str) -> DisclosureAccount:
    involved = request.involvement
    return DisclosureAccount(
        happened_on=request.happened_on,
        what=ASKED.format(request.words) + (WITH_ITS_STEP if request.step_id else ""),
        ground=involved.ground,
        channel=channel,
        purpose=involved.purpose,
        organisation=involved.organisation,
        recipient=involved.professional.name if involved.professional else "",
    )
