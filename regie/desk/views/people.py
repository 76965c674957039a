"""The caseload, and one young person."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.base.actors import Actor
from regie.desk.pages.people import people_page
from regie.desk.pages.person import person_page
from regie.desk.pages.record import record_now
from regie.desk.views.back import back_to, remember_list
from regie.desk.views.reading import log_guided
from regie.trajectories.models import Trajectory


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def people(request: StaffRequest) -> HttpResponse:
    """Mijn jongeren."""
    page = people_page(request.actor, on=request.today, address=request.GET.dict())
    remember_list(request, page.filters.query, page.page.number)
    return render(request, "desk/people.html", {"page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def person(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """The page of one young person; opening it is written in the access log."""
    trajectory = get_trajectory(request.actor, person_ref)
    record = record_now(trajectory, on=request.today)
    page = person_page(record, viewer=request.actor, back=back_to(request, "desk:people"))
    log_guided(request, trajectory, record.guidance)
    return render(request, "desk/person.html", {"page": page})


def get_trajectory(viewer: Actor, person_ref: uuid.UUID) -> Trajectory:
    """The trajectory of this young person, if this viewer may see it; else there is nothing here (404)."""
    chosen = Trajectory.objects.visible_to(viewer).select_related("person", "municipality", "referral")
    return get_object_or_404(chosen, person__ref=person_ref)
