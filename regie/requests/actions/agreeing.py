"""What three agree is known to the partner: the agreement and its disclosure are one telling."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction

from regie.base.actors import Actor
from regie.requests.actions.disclosing import told_to_partner
from regie.requests.models import MutualAgreement
from regie.requests.rules import MutualAccount
from regie.trajectories.models import Disclosure, Involvement, Trajectory

AGREED = "Samen afgesproken wat hij, zijn officier en deze partner doen."


def agree_together(
    *,
    trajectory: Trajectory,
    account: MutualAccount,
    involvement: Involvement,
    channel: str,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> MutualAgreement:
    """Writes down what three agreed, and that the partner knows it; one sending is once.

    Raises NotAllowed, NotValid or NotNow.
    """
    told: dict[str, Any] = {"trajectory": trajectory, "submission": submission, "by": by, "at": at}
    with transaction.atomic():
        made = MutualAgreement.tell(account=account, involvement=involvement, **told)
        disclosed = told_to_partner(made.involvement, AGREED, on=made.happened_on, channel=channel)
        Disclosure.tell(account=disclosed, **told)
    return made
