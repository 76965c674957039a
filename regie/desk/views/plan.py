"""The page of his plan."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.wish import WishForm
from regie.desk.pages import wishes
from regie.desk.pages.plan import plan_page
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.telling import Noun
from regie.plans.models import Wish

WISH = Noun("wish", "Wens", Wish, WishForm, wishes.described)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def plan(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What he wants, and what is done for that."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = plan_page(trajectory, guidance, viewer=request.actor, on=request.today)
    return render(request, "desk/plan.html", {"page": page})
