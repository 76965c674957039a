"""Closing his guidance, the second person, taking it back, and re-opening: the door stays open."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.contacts.queries import lost_now, meetings_of
from regie.desk.forms.closing import ClosingForm, ClosureAnswerForm, ReopeningForm
from regie.desk.pages.closing import (
    close_page,
    closing_page,
    closure_answer_page,
    reopening_page,
    taking_back_page,
)
from regie.desk.pages.goals import goals_by_domain
from regie.desk.views.finding import decided, visible_referral
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided, log_reading, log_referral
from regie.trajectories.actions import (
    answer_closure,
    close_trajectory,
    reopen_trajectory,
    shortest_end,
    take_back_closure,
)
from regie.trajectories.models import Closure, Referral, Trajectory
from regie.trajectories.queries import closures_of, refused_now, trajectory_before
from regie.trajectories.rules import is_early
from regie.ui.verb_form import VerbForm

ASKED = "Gevraagd. Een tweede persoon moet het ermee eens zijn."
DONE = "De begeleiding is afgerond. De deur staat open."
DIED = "Vastgelegd. De termijnen staan stil."


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def closing(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """How it stands with closing: the reasons to choose from, or what was told."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = closing_page(
        trajectory,
        guidance,
        approach=approach_for(trajectory.municipality, on=request.today),
        least=shortest_end(trajectory, on=request.today),
        loss=lost_now(trajectory),
        meetings=meetings_of(trajectory),
        viewer=request.actor,
    )
    return render(request, "desk/closing.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def close(request: StaffRequest, person_ref: uuid.UUID, closure_reason: str) -> HttpResponse:
    """Closes it for one reason, or asks a second person to agree."""
    trajectory = get_trajectory(request.actor, person_ref)
    trajectory.check_guided_by(request.actor)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    refused = refused_now(closures_of(trajectory)) if guidance.ever_closing else None
    approach = approach_for(trajectory.municipality, on=request.today)
    reason = next((one for one in approach.closure_reasons if one.code == closure_reason), None)
    if reason is None:
        raise Http404
    least = shortest_end(trajectory, on=request.today)
    form = ClosingForm.of(
        request,
        initial={
            **(ClosingForm.again(refused) if refused and not reason.death else {}),
            "happened_on": f"{request.today:%d-%m-%Y}",
        },
        reason=reason,
        domains=approach.life_domains,
        goals={} if reason.death else goals_by_domain(trajectory),
        early=is_early(request.today, least),
    )
    made = form.attempt(
        lambda: close_trajectory(
            trajectory=trajectory,
            closing=form.closing,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, ASKED if made.second_person else DIED if made.death else DONE)
        return redirect("desk:person", person_ref)
    page = close_page(trajectory, reason, least=least)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.APPROVE_EXCEPTIONS)
@require_http_methods(["GET", "POST"])
def answer(request: StaffRequest, closure_ref: uuid.UUID) -> HttpResponse:
    """The second person reads why, and answers."""
    asked = Closure.objects.current().visible_to(request.actor).filter(second_person=True)
    seen = asked.select_related("trajectory__person", "trajectory__municipality", "trajectory__referral")
    closure: Closure = get_object_or_404(seen, ref=closure_ref)
    trajectory = closure.trajectory
    log_reading(request, trajectory)
    form = ClosureAnswerForm.of(request)
    if form.attempt(
        lambda: answer_closure(
            closure=closure,
            agreed=form.cleaned_data["agreed"] == "yes",
            words=form.cleaned_data["words"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Uw antwoord is opgeslagen.")
        return redirect("desk:person", trajectory.person.ref)
    approach = approach_for(trajectory.municipality, on=request.today)
    page = closure_answer_page(closure, approach, loss=lost_now(trajectory))
    return render(request, "desk/answer_closure.html", {"form": form, "page": page})


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    trajectory = get_trajectory(request.actor, person_ref)
    log_reading(request, trajectory)
    form = VerbForm.of(request)
    if form.attempt(lambda: take_back_closure(trajectory=trajectory, by=request.actor, at=request.at)):
        messages.success(request, "Ingetrokken. De begeleiding loopt.")
        return redirect("desk:person", person_ref)
    return render(request, "ui/form_page.html", {"form": form, "page": taking_back_page(trajectory)})


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def reopen(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Goes on with the same guidance."""
    trajectory = get_trajectory(request.actor, person_ref)
    log_reading(request, trajectory)
    return _reopen(request, trajectory, None)


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def reopen_referred(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """Somebody was referred whom we guided before: the same guidance goes on."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    log_referral(request, found)
    trajectory = trajectory_before(found)
    if trajectory is None:
        raise Http404
    return _reopen(request, trajectory, found)


def _reopen(request: StaffRequest, trajectory: Trajectory, referral: Referral | None) -> HttpResponse:
    form = ReopeningForm.of(request, initial={"since": f"{request.today:%d-%m-%Y}"})
    if form.attempt(
        lambda: reopen_trajectory(
            trajectory=trajectory,
            since=form.cleaned_data["since"],
            words=form.cleaned_data["words"],
            referral=referral,
            by=request.actor,
            at=request.at,
        )
    ):
        officer = trajectory.officer_on(request.today)
        who = f"{officer} begeleidt hem." if officer else "De coördinator wijst een officier aan."
        messages.success(request, f"De begeleiding van {trajectory.person} is heropend. {who}")
        seen = Trajectory.objects.visible_to(request.actor).filter(pk=trajectory.pk).exists()
        return redirect("desk:person", trajectory.person.ref) if seen else redirect("desk:referrals")
    officer = trajectory.officer_on(request.today)
    page = reopening_page(trajectory, officer=officer.name if officer else "")
    return render(request, "ui/form_page.html", {"form": form, "page": page})
