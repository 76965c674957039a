"""The page of his plan, as it stands or stood."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.base.clock import day
from regie.desk.forms.agreement import AgreementForm
from regie.desk.forms.plan_then import BetweenForm, PlanThenForm
from regie.desk.forms.talent import TalentForm
from regie.desk.forms.wish import WishForm
from regie.desk.pages import agreements, talents, wishes
from regie.desk.pages.places import AGREEMENTS
from regie.desk.pages.plan import asking_page, between_page, no_plan_then, plan_page
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.telling import Noun
from regie.plans.models import Agreement, Talent, Wish

WISH = Noun("wish", "Wens", Wish, WishForm, wishes.described)
TALENT = Noun("talent", "Talent", Talent, TalentForm, talents.described)
AGREEMENT = Noun("agreement", "Afspraken", Agreement, AgreementForm, agreements.described, AGREEMENTS)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def plan(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What he wants, and what is done for that; with `op` as it was known at the end of that day."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    form = PlanThenForm(
        request.GET or None,
        today=request.today,
        since=day(trajectory.recorded_at),
        too_early=no_plan_then,
    )
    if form.errors:
        asking = asking_page(trajectory.person, mine=guidance.is_open_to(request.actor))
        return render(request, "desk/as_known.html", {"page": asking, "form": form})
    then = form.cleaned_data["op"] if form.is_valid() else None
    page = plan_page(trajectory, guidance, viewer=request.actor, on=request.today, as_known=then)
    return render(request, "desk/plan.html", {"page": page, "form": form})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def between(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What changed in his plan from one day to another."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    form = BetweenForm(request.GET or None, today=request.today)
    mine = guidance.is_open_to(request.actor)
    page = between_page(trajectory, form.days, viewer=request.actor, mine=mine)
    return render(request, "desk/compare_versions.html", {"page": page, "form": form})
