"""What is around him: hearings and conditions."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.conditions import (
    EndForm,
    HearingForm,
    OpenSanctionForm,
    SafetyNoteForm,
    SpecialConditionForm,
    SupervisionForm,
)
from regie.desk.pages.condition_words import described
from regie.desk.pages.conditions import conditions_page
from regie.desk.pages.detention import ending_page
from regie.desk.views.detention import Kind, guided, told_of
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_reading
from regie.detention.models import Hearing, OpenSanction, SafetyNote, SpecialCondition, Supervision
from regie.trajectories.actions import end_condition

HEARING = Kind("hearing", "Zitting", HearingForm, Hearing, described)
SUPERVISION = Kind("supervision", "Toezicht", SupervisionForm, Supervision, described)
SANCTION = Kind(
    "open_sanction",
    "Openstaande straf",
    OpenSanctionForm,
    OpenSanction,
    described,
    ending=("afgedaan melden", "afgedaan"),
)
NOTE = Kind("safety_note", "Veiligheidsnotitie", SafetyNoteForm, SafetyNote, described)
SPECIAL = Kind(
    "special_condition", "Bijzondere voorwaarde", SpecialConditionForm, SpecialCondition, described
)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def conditions(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that was told of what is around him."""
    trajectory = get_trajectory(request.actor, person_ref)
    mine = trajectory.is_guided_by(request.actor)
    page = conditions_page(trajectory.person, viewer=request.actor, on=request.today, editable=mine)
    log_reading(request, trajectory)
    return render(request, "desk/conditions.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, person_ref: uuid.UUID, kind: Kind, **ref: uuid.UUID) -> HttpResponse:
    """It holds no longer."""
    trajectory = guided(request, person_ref)
    told: Any = told_of(trajectory, kind, ref)
    form = EndForm.of(request, initial={"ended_on": f"{request.today:%d-%m-%Y}"}, version=told.pk)
    if form.attempt(
        lambda: end_condition(
            trajectory=trajectory,
            told=told,
            on=form.cleaned_data["ended_on"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{kind.title} {kind.ending[1]}. In de geschiedenis blijft het te lezen.")
        return redirect("desk:person", person_ref)
    page = ending_page(trajectory.person, kind.title, kind.ending[0], kind.described(told))
    return render(request, "ui/told_form.html", {"form": form, "page": page})
