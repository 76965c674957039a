"""What is around him: hearings and conditions."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.conditions import HearingForm
from regie.desk.pages.conditions import conditions_page, described
from regie.desk.views.detention import Kind
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_reading
from regie.detention.models import Hearing

HEARING = Kind("hearing", "Zitting", HearingForm, Hearing, described)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def conditions(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that was told of what is around him."""
    trajectory = get_trajectory(request.actor, person_ref)
    mine = trajectory.is_guided_by(request.actor)
    page = conditions_page(trajectory.person, on=request.today, editable=mine)
    log_reading(request, trajectory)
    return render(request, "desk/conditions.html", {"page": page})
