"""The pages of his environment and of his week."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.network import NetworkMemberForm
from regie.desk.forms.week import WeekSlotForm
from regie.desk.pages import network
from regie.desk.pages import week as of_week
from regie.desk.pages.places import AROUND, WEEK
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.telling import Noun
from regie.plans.models import NetworkMember, WeekSlot

MEMBER = Noun(
    "networkmember",
    "Iemand om hem heen",
    NetworkMember,
    NetworkMemberForm,
    network.described,
    home=AROUND,
)
SLOT = Noun("weekslot", "Vast moment", WeekSlot, WeekSlotForm, of_week.described, home=WEEK)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def around(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Who is around him."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = network.around_page(trajectory, guidance, viewer=request.actor, on=request.today)
    return render(request, "desk/around.html", {"page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def week(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What is fixed in his week."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = of_week.week_page(trajectory, guidance, viewer=request.actor, on=request.today)
    return render(request, "desk/week.html", {"page": page})
