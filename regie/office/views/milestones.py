"""Telling a milestone, telling it better, taking it off; and planning how the caseload grows."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.office.forms.managing import ButtonForm
from regie.office.forms.planning import CaseloadPlanForm, MilestoneForm
from regie.office.pages.planning import (
    caseload_initial,
    caseload_page,
    milestone_initial,
    milestone_page,
    remilestone_page,
    withdrawing_milestone_page,
)
from regie.office.views.programme import plan_of
from regie.programme.enums import MilestoneKind
from regie.programme.models import CaseloadPlan, Intervention, Milestone


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, intervention_ref: uuid.UUID, milestone_kind: str) -> HttpResponse:
    """A milestone that is not in the planning yet."""
    if milestone_kind not in MilestoneKind.values:
        raise Http404
    found = plan_of(request.actor, intervention_ref)
    found.check_kept_by(request.actor)
    form = MilestoneForm.of(request, kind=milestone_kind)
    made = form.attempt(
        lambda: Milestone.tell(
            intervention=found,
            account=form.account,
            kind=milestone_kind,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, f"Mijlpaal vastgelegd: {made.name}.")
        return redirect("office:plan", found.ref)
    page = milestone_page(found, milestone_kind)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, milestone_ref: uuid.UUID) -> HttpResponse:
    """A milestone that was reached, or planned otherwise."""
    found = _standing(request, milestone_ref)
    form = MilestoneForm.of(request, initial=milestone_initial(found), kind=found.kind, version=found.pk)
    made = form.attempt(
        lambda: found.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    )
    if made:
        messages.success(request, f"Mijlpaal bijgewerkt: {made.name}.")
        return redirect("office:plan", found.intervention.ref)
    versions = (
        Milestone.objects.visible_to(request.actor).filter(ref=found.ref).order_by("-recorded_at", "-pk")
    )
    page = remilestone_page(found, versions)
    return render(request, "office/rewrite_block.html", {"form": form, "page": page})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, milestone_ref: uuid.UUID) -> HttpResponse:
    """A milestone goes off the page."""
    found = _standing(request, milestone_ref)
    form = ButtonForm.of(request, version=found.pk)
    if form.attempt(lambda: found.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{found.name} is uit de planning gehaald.")
        return redirect("office:plan", found.intervention.ref)
    return render(request, "ui/withdrawing.html", {"form": form, "page": withdrawing_milestone_page(found)})


@requires(Permission.KEEP_PROGRAMME)
@require_http_methods(["GET", "POST"])
def plan_caseload(request: StaffRequest, intervention_ref: uuid.UUID, plan_year: int) -> HttpResponse:
    """How many young people are meant to be guided in each month of a year."""
    found = plan_of(request.actor, intervention_ref)
    found.check_kept_by(request.actor)
    plans = (
        CaseloadPlan.objects.current().visible_to(request.actor).select_related("intervention__municipality")
    )
    standing = plans.filter(intervention=found, year=plan_year).first()
    initial = caseload_initial(standing)
    form = CaseloadPlanForm.of(request, initial=initial, version=standing.pk if standing else None)
    if form.attempt(lambda: _planned(request, found, standing, form, plan_year)):
        messages.success(request, f"Opbouw van de caseload in {plan_year} gepland.")
        return redirect("office:plan", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": caseload_page(found, plan_year)})


def _planned(
    request: StaffRequest,
    found: Intervention,
    standing: CaseloadPlan | None,
    form: CaseloadPlanForm,
    year: int,
) -> CaseloadPlan:
    told = {"account": form.account, "submission": form.cleaned_data["submission"]}
    if standing is not None:
        return standing.correct(**told, by=request.actor, at=request.at)
    return CaseloadPlan.tell(intervention=found, **told, year=year, by=request.actor, at=request.at)


def _standing(request: StaffRequest, ref: uuid.UUID) -> Milestone:
    """The milestone as it stands, for who keeps that page."""
    readable = Milestone.objects.current().visible_to(request.actor)
    found: Milestone = get_object_or_404(readable.select_related("intervention__municipality"), ref=ref)
    found.intervention.check_kept_by(request.actor)
    return found
