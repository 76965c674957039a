"""Warme overdracht: the page, telling it, telling it better, and taking it back."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.desk.forms.transfer import TransferForm
from regie.desk.pages.places import TRANSFER
from regie.desk.pages.plan_words import page_around
from regie.desk.pages.transfer import BETTER, LEAD, TAKE_BACK, TELLING, described, transfer_page
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.trajectories.enums import TransferTalk
from regie.trajectories.models import Trajectory, Transfer
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def transfer(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Who hands him over to whom, and what is told of it."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    mine = guidance.is_open_to(request.actor)
    approach = approach_for(trajectory.municipality, on=request.today)
    page = transfer_page(trajectory, guidance, approach, mine=mine, on=request.today)
    return render(request, "desk/transfer.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What the next officer must know, and how they spoke."""
    trajectory = guided(request, person_ref)
    first = TransferForm.first(request.today) | {"talk": TransferTalk.NOT_YET}
    form = _form(request, trajectory, initial=first)
    if form.attempt(
        lambda: Transfer.tell(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Overdracht vastgelegd.")
        return redirect(TRANSFER.url(trajectory.person))
    page = page_around(trajectory.person, TELLING, LEAD, "Vastleggen", under=TRANSFER)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, transfer_ref: uuid.UUID) -> HttpResponse:
    """Tells it better, such as that they spoke."""
    told = _told(request, transfer_ref)
    form = _form(request, told.trajectory, initial=TransferForm.again(told), version=told.pk, fact=told)
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, "Overdracht verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect(TRANSFER.url(told.trajectory.person))
    taking_back = reverse("desk:withdraw_transfer", args=[told.ref])
    page = page_around(
        told.trajectory.person, BETTER, LEAD, "Verbeteren", under=TRANSFER, withdraw_url=taking_back
    )
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, transfer_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, transfer_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, "Overdracht ingetrokken. In de geschiedenis blijft zij te lezen.")
        return redirect(TRANSFER.url(told.trajectory.person))
    page = page_around(
        told.trajectory.person, TAKE_BACK, "", "Ja, intrekken", under=TRANSFER, told=described(told)
    )
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _form(request: StaffRequest, trajectory: Trajectory, **kwargs: Any) -> Any:
    approach = approach_for(trajectory.municipality, on=request.today)
    return TransferForm.of(request, approach=approach, trajectory=trajectory, on=request.today, **kwargs)


def _told(request: StaffRequest, transfer_ref: uuid.UUID) -> Transfer:
    """The one that stands and that he may see."""
    seen = Transfer.objects.current().visible_to(request.actor)
    told: Transfer = standing_fact(request, seen.select_related("period"), transfer_ref)
    return told
