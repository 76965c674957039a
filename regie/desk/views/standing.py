"""The fact of a trajectory as it stands, for the officer who guides him."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from regie.accounts.access import StaffRequest
from regie.desk.views.reading import log_reading


def standing_fact(request: StaffRequest, seen: QuerySet[Any], ref: uuid.UUID) -> Any:
    """The one of the facts he sees, if this officer guides him; else there is nothing here (404)."""
    facts = seen.select_related("trajectory__person", "trajectory__municipality")
    told = get_object_or_404(facts, ref=ref)
    told.trajectory.check_guided_by(request.actor)
    log_reading(request, told.trajectory)
    return told
