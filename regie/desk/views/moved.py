"""He was moved: the list to go along, and who his contact in the facility is."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.disclosure import CasemanagerForm
from regie.desk.pages.detention import correcting_page, telling_page, withdrawing_page
from regie.desk.pages.moved import described_casemanager, moved_page
from regie.desk.pages.places import MOVED
from regie.desk.pages.record import record_now
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.partners.queries import professionals_on_map
from regie.trajectories.models import Casemanager, Trajectory
from regie.ui.verb_form import VerbForm

TITLE = "Casemanager"


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def moved(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """The list to go along where he is, or was last; of whom no stay was told there is none, and his page opens."""
    trajectory = get_trajectory(request.actor, person_ref)
    record = record_now(trajectory, on=request.today)
    stay = record.history.latest(on=request.today)
    if stay is None:
        return redirect("desk:person", person_ref)
    log_guided(request, trajectory, record.guidance)
    page = moved_page(record, stay, mine=record.guidance.is_open_to(request.actor))
    return render(request, "desk/moved.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Who it is since a day, or that nobody knows."""
    trajectory = guided(request, person_ref)
    today = {"happened_on": f"{request.today:%d-%m-%Y}"}
    form = _form(request, trajectory, initial=today)
    if form.attempt(
        lambda: Casemanager.tell(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{TITLE} vastgelegd.")
        return redirect("desk:moved", person_ref)
    page = telling_page(trajectory.person, f"{TITLE} vastleggen", under=MOVED)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, casemanager_ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, casemanager_ref)
    person = told.trajectory.person
    form = _form(request, told.trajectory, initial=_typed(told), version=told.pk)
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, f"{TITLE} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:moved", person.ref)
    taking_back = reverse("desk:withdraw_casemanager", args=[told.ref])
    page = correcting_page(person, TITLE, taking_back, under=MOVED)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, casemanager_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, casemanager_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{TITLE} ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:moved", told.trajectory.person.ref)
    page = withdrawing_page(told.trajectory.person, TITLE, described_casemanager(told), under=MOVED)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _form(request: StaffRequest, trajectory: Trajectory, **kwargs: Any) -> Any:
    people = professionals_on_map(request.actor, on=request.today)
    here = people.filter(municipality=trajectory.municipality_id)
    return CasemanagerForm.of(request, professionals=here, **kwargs)


def _typed(told: Casemanager) -> dict[str, Any]:
    """What is told, as it would be typed."""
    who = told.professional.ref if told.professional else None
    known = "yes" if told.is_known else "no"
    days = {"happened_on": f"{told.happened_on:%d-%m-%Y}"}
    return days | {"known": known, "professional": who, "name": told.name, "phone": told.phone}


def _told(request: StaffRequest, casemanager_ref: uuid.UUID) -> Casemanager:
    """The one that stands and that he may see."""
    seen = Casemanager.objects.current().visible_to(request.actor).select_related("professional")
    told: Casemanager = standing_fact(request, seen, casemanager_ref)
    return told
