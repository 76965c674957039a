"""What was agreed: all versions, two of them side by side, and one on paper for him."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.agreement import ComparingForm
from regie.desk.pages.agreement_paper import paper_page
from regie.desk.pages.agreements import agreements_page
from regie.desk.pages.comparing import comparing_page, versions_to_choose
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.plans.models import Agreement
from regie.plans.queries import agreements_of


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def agreements(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All of them."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    mine = guidance.is_open_to(request.actor)
    page = agreements_page(trajectory.person, agreements_of(trajectory), mine=mine)
    return render(request, "desk/agreements.html", {"page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def compare(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Any two of them; the last two unless others are named."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    told = {str(one.ref): one for one in agreements_of(trajectory)}
    choices = versions_to_choose(list(told.values()))
    last = dict(zip(("met", "van"), told, strict=False))
    form = ComparingForm(request.GET or (last if len(last) > 1 else None), choices=choices)
    chosen = [told[form.cleaned_data[name]] for name in ("van", "met")] if form.is_valid() else None
    mine = guidance.is_open_to(request.actor)
    page = comparing_page(trajectory.person, chosen, mine=mine)
    return render(request, "desk/compare_versions.html", {"page": page, "form": form})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def paper(request: StaffRequest, agreement_ref: uuid.UUID) -> HttpResponse:
    """One of them as it stands, to print for him."""
    seen = Agreement.objects.current().visible_to(request.actor)
    seen = seen.select_related("trajectory__person", "trajectory__municipality")
    one = get_object_or_404(seen, ref=agreement_ref)
    guidance = one.trajectory.guidance()
    log_guided(request, one.trajectory, guidance)
    page = paper_page(one, mine=guidance.is_open_to(request.actor))
    return render(request, "desk/agreement_paper.html", {"page": page})
