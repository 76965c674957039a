"""The fact of a trajectory as it stands, for the officer who guides him."""

import uuid
from typing import Any, TypeVar

from django.shortcuts import get_object_or_404

from regie.accounts.access import StaffRequest
from regie.desk.views.reading import log_reading
from regie.trajectories.models import TrajectoryFact

F = TypeVar("F", bound=TrajectoryFact)


def standing_fact(request: StaffRequest, model: type[F], ref: uuid.UUID) -> F:
    """The version that stands, if this officer guides him; else there is nothing here (404)."""
    facts: Any = model._default_manager
    current = facts.current().visible_to(request.actor)
    told: F = get_object_or_404(
        current.select_related("trajectory__person", "trajectory__municipality"), ref=ref
    )
    told.trajectory.check_guided_by(request.actor)
    log_reading(request, told.trajectory)
    return told
