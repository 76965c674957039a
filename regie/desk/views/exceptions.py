"""A criterion is set aside by two people: one asks, another answers."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.deciding import ExceptionAnswerForm, ExceptionForm
from regie.desk.pages.deciding import answer_page, ask_page
from regie.desk.views.finding import decided, visible_referral
from regie.desk.views.reading import log_referral
from regie.trajectories.actions import answer_exception, ask_exception
from regie.trajectories.models import Waiver
from regie.trajectories.queries import considered


@requires(Permission.SCREEN_REFERRALS)
@require_http_methods(["GET", "POST"])
def ask(request: StaffRequest, referral_ref: uuid.UUID, criterion_code: str) -> HttpResponse:
    """Asks to set one criterion aside for this young person."""
    found = visible_referral(request, referral_ref)
    if found is None:
        return decided(request, referral_ref)
    so_far = considered(found, on=request.today)
    question = next((one.question for one in so_far.approach.criteria if one.code == criterion_code), None)
    if question is None:
        raise Http404
    log_referral(request, found)
    form = ExceptionForm.of(request)
    if form.attempt(
        lambda: ask_exception(
            referral=found,
            criterion=criterion_code,
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Gevraagd. Een tweede persoon moet het ermee eens zijn.")
        return redirect("desk:referral", found.ref)
    return render(request, "ui/form_page.html", {"form": form, "page": ask_page(found, question)})


@requires(Permission.APPROVE_EXCEPTIONS)
@require_http_methods(["GET", "POST"])
def answer(request: StaffRequest, waiver_ref: uuid.UUID) -> HttpResponse:
    """The second person reads the reason and answers."""
    waiver = get_object_or_404(Waiver.objects.visible_to(request.actor), ref=waiver_ref)
    found = visible_referral(request, waiver.referral_ref)
    if found is None:
        raise Http404
    log_referral(request, found)
    form = ExceptionAnswerForm.of(request)
    if form.attempt(
        lambda: answer_exception(
            waiver=waiver,
            agreed=form.cleaned_data["agreed"] == "yes",
            words=form.cleaned_data["words"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Uw antwoord is opgeslagen.")
        return redirect("desk:referral", found.ref)
    page = answer_page(found, waiver, considered(found, on=request.today))
    return render(request, "desk/answer_exception.html", {"form": form, "page": page})
