"""The record of one young person as it was known on a day."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.as_known import AsKnownForm
from regie.desk.pages.as_known import as_known_page, unknown_then
from regie.desk.pages.person import person_page
from regie.desk.pages.record import record_then
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def as_known(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Who may see him today may see it; opening it is written in the access log like any opening."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    form = AsKnownForm(request.GET or None, today=request.today)
    if form.is_valid():
        asked = form.cleaned_data["op"]
        record = record_then(trajectory, guidance, on=asked)
        if record is not None:
            page = person_page(record, viewer=request.actor)
            return render(request, "desk/person.html", {"page": page})
        form.add_error("op", unknown_then(asked))
    asking = as_known_page(trajectory.person)
    return render(request, "desk/as_known.html", {"form": form, "page": asking})
