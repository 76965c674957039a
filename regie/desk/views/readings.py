"""How it goes with him, and whether the basic conditions were met: reading all of it, and telling it."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.desk.forms.measuring import ConditionReadingForm, MeasuringForm
from regie.desk.forms.readings import DomainReadingForm, ReadingsForm
from regie.desk.pages.basic_conditions import known_already
from regie.desk.pages.places import READINGS
from regie.desk.pages.plan_words import page_around
from regie.desk.pages.reading_words import condition_described, reading_described
from regie.desk.pages.readings import TITLE, readings_page
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.telling import Noun
from regie.plans.enums import MeasuredAt
from regie.plans.models import ConditionReading, DomainReading
from regie.ui.parts import Item

READING = Noun("domainreading", TITLE, DomainReading, DomainReadingForm, reading_described, READINGS)
CONDITION = Noun(
    "conditionreading",
    "Basisvoorwaarde",
    ConditionReading,
    ConditionReadingForm,
    condition_described,
    READINGS,
)
EMPTY = "Vul in wat u weet of vroeg. Wat leeg blijft, is niet gevraagd."


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def readings(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that was told of it."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = readings_page(trajectory, on=request.today, mine=guidance.is_open_to(request.actor))
    return render(request, "desk/readings.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """How it goes by the eyes of one person, in as many domains as were asked."""
    trajectory = guided(request, person_ref)
    approach = approach_for(trajectory.municipality, on=request.today)
    form = ReadingsForm.of(request, initial={"happened_on": f"{request.today:%d-%m-%Y}"}, approach=approach)
    if form.attempt(
        lambda: DomainReading.tell_together(
            trajectory=trajectory,
            rows=form.rows,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{TITLE}: vastgelegd.")
        return redirect(READINGS.address, person_ref)
    meanings = tuple(Item(one.title, one.text) for one in approach.reading_levels)
    page = page_around(
        trajectory.person,
        "Vastleggen hoe het gaat",
        EMPTY,
        "Opslaan",
        under=READINGS,
        told=meanings,
    )
    return render(request, "ui/told_form.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def measure(request: StaffRequest, person_ref: uuid.UUID, measured_at: str) -> HttpResponse:
    """Whether the basic conditions were met at one of the moments."""
    if measured_at not in MeasuredAt:
        raise Http404
    moment, trajectory = MeasuredAt(measured_at), guided(request, person_ref)
    approach = approach_for(trajectory.municipality, on=request.today)
    form = MeasuringForm.of(
        request,
        initial={"happened_on": f"{request.today:%d-%m-%Y}"},
        approach=approach,
        moment=moment,
        known=known_already(trajectory, approach.basic_conditions, on=request.today),
    )
    if form.attempt(
        lambda: ConditionReading.tell_together(
            trajectory=trajectory,
            rows=form.rows,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"Basisvoorwaarden vastgelegd: {moment.label.lower()}.")
        return redirect(READINGS.address, person_ref)
    title = f"Basisvoorwaarden: {moment.label.lower()}"
    page = page_around(trajectory.person, title, EMPTY, "Opslaan", under=READINGS)
    return render(request, "ui/form_page.html", {"form": form, "page": page})
