"""Verdeling: the coordinator shares the work."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import User
from regie.base.errors import NotNow, NotValid
from regie.desk.forms.allocation import AssigningForm, CaseloadForm
from regie.desk.pages.allocation import (
    allocation_page,
    people_to_tick,
    planning_page,
    posts_of,
    posts_to_plan,
)
from regie.trajectories.actions import Chosen, assign_many
from regie.trajectories.models import PlannedCaseload, Trajectory
from regie.ui.words import written

GONE = "Een jongere staat niet meer op uw lijst. Kijk opnieuw en kies dan."


@requires(Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def allocation(request: StaffRequest) -> HttpResponse:
    """Who guides whom; one or many young people go to one officer."""
    whose = request.GET.get("van", "")
    page = allocation_page(request.actor, on=request.today, whose=whose, number=request.GET.get("pagina"))
    form = AssigningForm.of(
        request,
        initial={"since": f"{request.today:%d-%m-%Y}"},
        people=people_to_tick(page),
        officers=page.colleagues.values(),
    )
    done = form.attempt(lambda: _assign(request, form, page.colleagues[form.cleaned_data["officer"]]))
    if done:
        messages.success(request, _said(done, form, page.colleagues[form.cleaned_data["officer"]]))
        return redirect(f"{reverse('desk:allocation')}?van={whose}" if whose else "desk:allocation")
    return render(request, "desk/allocation.html", {"page": page, "form": form})


@requires(Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def plan_caseload(request: StaffRequest) -> HttpResponse:
    """How many young people one officer is meant to guide."""
    form = CaseloadForm.of(request, posts=posts_to_plan(request.actor, on=request.today))
    if form.attempt(lambda: _plan(request, form)):
        messages.success(request, "Planning opgeslagen.")
        return redirect("desk:allocation")
    return render(request, "ui/form_page.html", {"form": form, "page": planning_page()})


def _assign(request: StaffRequest, form: AssigningForm, officer: User) -> int:
    seen = {ticked.person_ref: ticked.seen for ticked in form.ticked}
    visible = Trajectory.objects.visible_to(request.actor).filter(person__ref__in=seen)
    found = list(visible.select_related("person", "municipality"))
    if len(found) < len(seen):
        raise NotNow(GONE)
    return assign_many(
        [Chosen(trajectory, seen[trajectory.person.ref]) for trajectory in found],
        officer=officer,
        since=form.cleaned_data["since"],
        by=request.actor,
        at=request.at,
    )


def _plan(request: StaffRequest, form: CaseloadForm) -> PlannedCaseload:
    key, seen = form.chosen
    post = posts_of(request.actor, on=request.today).filter(pk=key).first()
    if post is None:
        raise NotValid("Deze collega is hier geen officier. Kies een ander.", field="post")
    return PlannedCaseload.plan(
        officer=post.user,
        municipality=post.municipality,
        number=form.cleaned_data["number"],
        seen=seen,
        by=request.actor,
        at=request.at,
    )


def _said(number: int, form: AssigningForm, officer: User) -> str:
    who = "1 jongere" if number == 1 else f"{number} jongeren"
    return f"{who} toegewezen aan {officer}, vanaf {written(form.cleaned_data['since'])}."
