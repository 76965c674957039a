"""Weighing a referral, sending it to regular aftercare, and waiting with it."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.deciding import DeferralForm, RedirectionForm
from regie.desk.forms.weighing import WeighingForm
from regie.desk.pages.deciding import defer_page, letters_page, redirect_page, weigh_page
from regie.desk.pages.letters import letter_to_him, letter_to_referrer
from regie.desk.pages.weighing import weighing_page
from regie.desk.views.finding import decided, visible_referral
from regie.desk.views.reading import log_referral
from regie.trajectories.actions import defer_referral, redirect_referral, weigh_referral
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import (
    considered,
    exceptions_of,
    guided_now,
    redirection_of,
    weighing_of,
    weighing_seen,
)


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def weigh(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """One question for each criterion of the approach."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    log_referral(request, found)
    so_far = considered(found, on=request.today)
    earlier = so_far.weighing
    form = WeighingForm.of(
        request,
        version=earlier.pk if earlier else None,
        considered=so_far,
        guided=guided_now(request.actor),
    )
    if form.attempt(
        lambda: weigh_referral(
            referral=found,
            weighed=form.weighed,
            earlier=weighing_seen(found, form.cleaned_data["seen"]),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Weging opgeslagen.")
        return redirect("desk:referral", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": weigh_page(found, so_far)})


@requires(Permission.SCREEN_REFERRALS, Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def weighing(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """How it was weighed, by the approach of that day."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    log_referral(request, found)
    page = weighing_page(found, weighing_of(found), asked=exceptions_of(found), back=_back(found))
    return render(request, "desk/weighing.html", {"page": page})


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def redirect_to_aftercare(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """He is for regular aftercare; the letters are proposed and may be changed."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    log_referral(request, found)
    officer = request.user.name
    letters = {
        "referrer_letter": letter_to_referrer(found, officer=officer),
        "his_letter": letter_to_him(found, officer=officer),
    }
    form = RedirectionForm.of(request, initial=letters)
    if form.attempt(
        lambda: redirect_referral(
            referral=found, redirecting=form.redirecting, by=request.actor, at=request.at
        )
    ):
        messages.success(request, "Besluit opgeslagen. Print of kopieer nu de brieven.")
        return redirect("desk:letters", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": redirect_page(found)})


@requires(Permission.SCREEN_REFERRALS, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def letters(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """The letters of a redirected referral, to print."""
    found = visible_referral(request, referral_ref)
    redirection = redirection_of(found) if found else None
    if found is None or redirection is None:
        raise Http404
    log_referral(request, found)
    return render(request, "desk/letters.html", {"page": letters_page(found, redirection)})


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def defer(request: StaffRequest, referral_ref: uuid.UUID) -> HttpResponse:
    """The decision waits until a day."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    log_referral(request, found)
    form = DeferralForm.of(request)
    if form.attempt(
        lambda: defer_referral(
            referral=found,
            until=form.cleaned_data["until"],
            why=form.cleaned_data["why"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Opgeslagen. De aanmelding blijft op de lijst staan.")
        return redirect("desk:referral", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": defer_page(found)})


def _back(referral: Referral) -> str:
    """His page when he is guided, else the referral."""
    if Trajectory.objects.filter(referral=referral).exists():
        return reverse("desk:person", args=[referral.person.ref])
    return reverse("desk:referral", args=[referral.ref])
