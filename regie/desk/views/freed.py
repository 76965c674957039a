"""Hij is vrij, and taking that back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.first_hours import FreeForm
from regie.desk.pages.first_hours import free_page, still_inside_page
from regie.desk.views.detention import guided
from regie.detention.queries import last_stay
from regie.trajectories.actions import tell_free, tell_still_inside
from regie.ui.verb_form import VerbForm
from regie.ui.words import written

BEFORE_GUIDANCE = " Dat was voordat de begeleiding begon."


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def free(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """He is free, since when; also before any message."""
    trajectory = guided(request, person_ref)
    form = FreeForm.of(request, today=request.today)
    stay = form.attempt(
        lambda: tell_free(
            trajectory=trajectory,
            on=form.day,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if stay:
        before = BEFORE_GUIDANCE if form.day < trajectory.started_on else ""
        messages.success(request, f"Vastgelegd: hij is vrij sinds {written(form.day)}.{before}")
        return redirect("desk:first_hours", person_ref)
    return render(request, "ui/form_page.html", {"form": form, "page": free_page(trajectory.person)})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def still_inside(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """It was not so: he is still inside. Asks first."""
    trajectory = guided(request, person_ref)
    stay = last_stay(trajectory.person, on=request.today)
    if stay is None or stay.left_on is None:
        messages.info(request, "Er staat niet dat hij vrij is.")
        return redirect("desk:person", person_ref)
    form = VerbForm.of(request, version=stay.pk)
    if form.attempt(
        lambda: tell_still_inside(
            trajectory=trajectory,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Teruggedraaid: er staat niet meer dat hij vrij is.")
        return redirect("desk:first_hours", person_ref)
    page = still_inside_page(trajectory.person, stay.left_on)
    return render(request, "ui/form_page.html", {"form": form, "page": page})
