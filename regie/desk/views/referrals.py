"""Referrals: the list, a new one, one, and accepting it."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.base.errors import NotNow
from regie.desk.forms.acceptance import AcceptanceForm
from regie.desk.forms.referral import ReferralForm
from regie.desk.forms.telling import TellingForm, as_typed
from regie.desk.pages.referrals import (
    correct_page,
    redirected_list_page,
    redirected_page,
    referral_page,
    referrals_page,
    register_page,
)
from regie.desk.views.back import remember_list
from regie.desk.views.finding import decided, visible_referral
from regie.desk.views.reading import log_referral
from regie.trajectories.actions import correct_referral as correct
from regie.trajectories.actions import register_referral as register
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import considered, duration_of, redirection_of


@requires(Permission.SCREEN_REFERRALS, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def referrals(request: StaffRequest) -> HttpResponse:
    """Aanmeldingen that wait for a decision."""
    page = referrals_page(request.actor, on=request.today, address=request.GET.dict())
    remember_list(request, page.filters.query, page.page.number)
    return render(request, "desk/referrals.html", {"page": page})


@requires(Permission.SCREEN_REFERRALS, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def redirected_referrals(request: StaffRequest) -> HttpResponse:
    """What went to regular aftercare: for the letters, and for who has to know."""
    page = redirected_list_page(request.actor, number=request.GET.get("pagina"))
    return render(request, "desk/redirected_list.html", {"page": page})


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def register_referral(request: StaffRequest) -> HttpResponse:
    """Writes a referral down by typing; looks first whether we know this young person."""
    mine = Municipality.objects.filter(pk__in=where_may(request.actor, Permission.SCREEN_REFERRALS)).order_by(
        "name"
    )
    form = ReferralForm.of(
        request,
        initial={"happened_on": f"{request.today:%d-%m-%Y}"},
        viewer=request.actor,
        municipalities=mine,
    )
    made = form.attempt(
        lambda: register(
            telling=form.telling,
            who=form.who,
            municipality=form.cleaned_data["municipality"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, "Aanmelding opgeslagen.")
        return redirect("desk:referral", made.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": register_page()})


@requires(Permission.SCREEN_REFERRALS, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def referral(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """One referral, with the form to accept it."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    if vars(found)["reopened"] or Trajectory.objects.filter(referral=found).exists():
        return redirect("desk:person", found.person.ref)
    log_referral(request, found)
    redirection = redirection_of(found)
    if redirection is not None:
        return render(
            request, "desk/redirected.html", {"page": redirected_page(found, redirection, on=request.today)}
        )
    try:
        return _show(request, found, _acceptance_form(request, found))
    except NotNow as not_loaded:
        return _show_without_approach(request, found, not_loaded.sentence)


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def accept_referral(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """Takes the young person on; who comes second reads who was first."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    try:
        form = _acceptance_form(request, found)
    except NotNow as not_loaded:
        return _show_without_approach(request, found, not_loaded.sentence)
    if form.attempt(
        lambda: found.accept(planned_end=form.cleaned_data["planned_end"], by=request.actor, at=request.at)
    ):
        messages.success(request, f"U begeleidt nu {found.person}.")
        return redirect("desk:person", found.person.ref)
    return _show(request, found, form)


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def correct_referral(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """Tells better who it is and what we heard."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    log_referral(request, found)
    form = TellingForm.of(request, initial=as_typed(found), version=found.pk)
    if form.attempt(
        lambda: correct(
            referral=found,
            telling=form.telling,
            identity=form.identity,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Gegevens verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:referral", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": correct_page(found)})


def _acceptance_form(request: StaffRequest, found: Referral) -> AcceptanceForm:
    duration = duration_of(found, on=request.today)
    form: AcceptanceForm = AcceptanceForm.of(
        request, initial={"planned_end": f"{duration.proposed:%d-%m-%Y}"}, duration=duration
    )
    return form


def _show(request: StaffRequest, found: Referral, form: AcceptanceForm) -> HttpResponse:
    so_far = considered(found, on=request.today)
    page = referral_page(found, so_far, viewer=request.actor, on=request.today)
    return render(request, "desk/referral.html", {"page": page, "form": form})


def _show_without_approach(request: StaffRequest, found: Referral, why: str) -> HttpResponse:
    page = referral_page(found, None, viewer=request.actor, on=request.today, why_not=why)
    return render(request, "desk/referral.html", {"page": page})
