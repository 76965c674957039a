"""Asking a partner something tells him something: the request and its disclosure are one telling."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction

from regie.base.actors import Actor
from regie.plans.models import Step
from regie.requests.actions.disclosing import told_to_partner
from regie.requests.models import PartnerRequest
from regie.requests.rules import RequestAccount
from regie.trajectories.models import Disclosure, Involvement, Trajectory

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
            what = ASKED.format(made.words) + (WITH_ITS_STEP if made.step_id else "")
            disclosed = told_to_partner(made.involvement, what, on=made.happened_on, channel=channel)
            Disclosure.tell(account=disclosed, **told)
    return made
