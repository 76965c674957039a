"""The terms of one young person."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.pages.terms import terms_page
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def terms(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All his terms as of today; opening it is written in the access log."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    mine = guidance.is_open_to(request.actor)
    page = terms_page(trajectory, on=request.today, mine=mine, closed=guidance.closed_on is not None)
    log_guided(request, trajectory, guidance)
    return render(request, "desk/terms.html", {"page": page})
