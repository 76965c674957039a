"""He is held again: telling it, the list to go along, and taking it back."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.detained_again import DetainedAgainForm
from regie.desk.pages.detained_again import (
    TITLE,
    detained_again_page,
    telling_again_page,
    withdrawing_again_page,
)
from regie.desk.pages.record import record_now
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.detention.enums import Arrival
from regie.detention.queries import history
from regie.trajectories.actions import tell_detained_again, withdraw_detained_again
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def detained_again(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """The list to go along, also afterwards; of who never came in as far as we know there is none."""
    trajectory = get_trajectory(request.actor, person_ref)
    record = record_now(trajectory, on=request.today)
    entry = record.history.entry(on=request.today)
    if entry is None:
        return redirect("desk:person", person_ref)
    mine = record.guidance.is_open_to(request.actor)
    page = detained_again_page(record, entry, mine=mine)
    log_guided(request, trajectory, record.guidance)
    return render(request, "desk/detained_again.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """He is held again, since a day."""
    trajectory = guided(request, person_ref)
    known = history(trajectory.person)
    place = known.whereabouts(on=request.today)
    form = DetainedAgainForm.of(request, inside=place is not None)
    if told := form.attempt(
        lambda: tell_detained_again(
            trajectory=trajectory,
            again=form.again,
            source=form.cleaned_data["source"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        if told.arrival == Arrival.MOVED:
            messages.success(request, "Overplaatsing vastgelegd.")
            return redirect("desk:moved", person_ref)
        messages.success(request, f"{TITLE} vastgelegd. De begeleiding loopt door.")
        return redirect("desk:detained_again", person_ref)
    free_since = max((stay.left_on for stay in known.stays if stay.left_on), default=None)
    page = telling_again_page(trajectory.person, place, free_since)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """He was not held again after all; asks first."""
    trajectory = guided(request, person_ref)
    entry = history(trajectory.person).entry(on=request.today)
    if entry is None:
        raise Http404
    form = VerbForm.of(request, version=entry.pk)
    if form.attempt(
        lambda: withdraw_detained_again(trajectory=trajectory, entry=entry, by=request.actor, at=request.at)
    ):
        messages.success(request, f"{TITLE} ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:person", person_ref)
    page = withdrawing_again_page(trajectory.person, entry)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})
