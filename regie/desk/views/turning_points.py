"""Telling a turning point, telling it better, and taking it back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.turning_point import TurningPointForm
from regie.desk.pages.detention import correcting_page, telling_page, withdrawing_page
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_reading
from regie.desk.views.standing import standing_fact
from regie.trajectories.models import TurningPoint
from regie.ui.parts import Item
from regie.ui.verb_form import VerbForm
from regie.ui.words import written

TITLE = "Keerpunt"


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Something after which his road went another way."""
    trajectory = get_trajectory(request.actor, person_ref)
    trajectory.check_guided_by(request.actor)
    log_reading(request, trajectory)
    form = TurningPointForm.of(request)
    if form.attempt(
        lambda: TurningPoint.tell(
            trajectory=trajectory,
            account=form.account,
            source=form.cleaned_data["source"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Keerpunt vastgelegd. Het staat op de tijdlijn.")
        return redirect("desk:person", person_ref)
    page = telling_page(trajectory.person, f"{TITLE} vastleggen")
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, turningpoint_ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, turningpoint_ref)
    initial = {"happened_on": f"{told.happened_on:%d-%m-%Y}", "words": told.words}
    form = TurningPointForm.of(request, initial=initial, version=told.pk)
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, "Keerpunt verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:person", told.trajectory.person.ref)
    withdraw_url = reverse("desk:withdraw_turning_point", args=[told.ref])
    page = correcting_page(told.trajectory.person, TITLE, withdraw_url)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, turningpoint_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, turningpoint_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, "Keerpunt ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:person", told.trajectory.person.ref)
    page = withdrawing_page(told.trajectory.person, TITLE, Item(TITLE, told.words, written(told.happened_on)))
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _told(request: StaffRequest, turningpoint_ref: uuid.UUID) -> TurningPoint:
    """The one that stands and that he may see."""
    seen = TurningPoint.objects.current().visible_to(request.actor)
    told: TurningPoint = standing_fact(request, seen, turningpoint_ref)
    return told
