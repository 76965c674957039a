"""Eerste 72 uur: who was called, where he sleeps, and the hand-over at the end."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.first_hours import CallForm, FirstDaysForm, NightForm
from regie.desk.pages.first_days_end import first_days_done_page, open_at_the_end
from regie.desk.pages.first_hours import first_days_form_page, first_hours_page
from regie.desk.pages.record import record_now
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.detention.queries import last_stay
from regie.trajectories.enums import Called
from regie.trajectories.models import Call, FirstDaysDone, Night
from regie.trajectories.rules import first_days

CALLED = "Telefoontje vastgelegd."
SPOKE_HIM = f"{CALLED} Sprak u hem? Leg dat ook vast als contact."


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_http_methods(["GET", "POST"])
def first_hours(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """His first days outside on one screen; a call is written down here."""
    trajectory = get_trajectory(request.actor, person_ref)
    if request.method == "POST":
        trajectory.check_guided_by(request.actor)
    form = CallForm.of(request)
    made = form.attempt(
        lambda: Call.tell(
            trajectory=trajectory,
            account=form.account(request.today),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, SPOKE_HIM if made.whom == Called.HIMSELF else CALLED)
        return redirect("desk:first_hours", person_ref)
    record = record_now(trajectory, on=request.today)
    log_guided(request, trajectory, record.guidance)
    page = first_hours_page(record, request.actor)
    return render(request, "desk/first_hours.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell_night(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Where he sleeps, one of the nights."""
    trajectory = guided(request, person_ref)
    stay = last_stay(trajectory.person, on=request.today)
    if stay is None or stay.left_on is None:
        return redirect("desk:first_hours", person_ref)
    nights = first_days(stay.left_on)
    asked = {"happened_on": request.GET.get("nacht", request.today.isoformat())}
    form = NightForm.of(request, initial=asked, nights=nights)
    if form.attempt(
        lambda: Night.tell(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Slaapplek vastgelegd.")
        return redirect("desk:first_hours", person_ref)
    page = first_days_form_page(trajectory.person, "Waar slaapt hij?")
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell_done(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """His first days are done: what goes along, and when he is spoken to next."""
    trajectory = guided(request, person_ref)
    stays_open = open_at_the_end(record_now(trajectory, on=request.today))
    form = FirstDaysForm.of(request, asks=stays_open.asks)
    if form.attempt(
        lambda: FirstDaysDone.tell(
            trajectory=trajectory,
            account=form.account(request.today),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Eerste dagen afgerond. Wat meegaat, blijft hier staan.")
        return redirect("desk:first_hours", person_ref)
    page = first_days_done_page(trajectory.person, stays_open)
    return render(request, "ui/told_form.html", {"form": form, "page": page})
