"""His situation: telling how it stands with one kind, telling it better, and taking it back."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.circumstance import CircumstanceForm
from regie.desk.pages.circumstances import circumstances_page, described, telling_circumstance_page
from regie.desk.pages.detention import correcting_page, withdrawing_page
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.trajectories.enums import CircumstanceKind
from regie.trajectories.models import Circumstance
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def circumstances(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that was told of his situation."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    page = circumstances_page(trajectory, on=request.today, editable=guidance.is_open_to(request.actor))
    log_guided(request, trajectory, guidance)
    return render(request, "desk/circumstances.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID, circumstance_kind: str) -> HttpResponse:
    """How it stands with one kind, since a day."""
    if circumstance_kind not in CircumstanceKind:
        raise Http404
    kind, trajectory = CircumstanceKind(circumstance_kind), guided(request, person_ref)
    form = CircumstanceForm.of(request, initial={"happened_on": f"{request.today:%d-%m-%Y}"}, kind=kind)
    if form.attempt(
        lambda: Circumstance.tell(
            trajectory=trajectory,
            kind=kind,
            account=form.account,
            source=form.cleaned_data["source"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{kind.label} vastgelegd.")
        return redirect("desk:person", person_ref)
    page = telling_circumstance_page(trajectory, kind, on=request.today)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, circumstance_ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, circumstance_ref)
    form = CircumstanceForm.of(
        request, initial=_typed(told), version=told.pk, kind=CircumstanceKind(told.kind)
    )
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, f"{told.get_kind_display()} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:person", told.trajectory.person.ref)
    withdraw_url = reverse("desk:withdraw_circumstance", args=[told.ref])
    page = correcting_page(told.trajectory.person, told.get_kind_display(), withdraw_url)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, circumstance_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, circumstance_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(
            request, f"{told.get_kind_display()} ingetrokken. In de geschiedenis blijft het te lezen."
        )
        return redirect("desk:person", told.trajectory.person.ref)
    page = withdrawing_page(told.trajectory.person, told.get_kind_display(), described(told))
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _told(request: StaffRequest, circumstance_ref: uuid.UUID) -> Circumstance:
    """The one that stands and that he may see."""
    seen = Circumstance.objects.current().visible_to(request.actor)
    told: Circumstance = standing_fact(request, seen, circumstance_ref)
    return told


def _typed(told: Circumstance) -> dict[str, str]:
    """What is told, as it would be typed."""
    days = {name: getattr(told, name) for name in ("happened_on", "valid_until")}
    return {"value": told.value} | {name: f"{day:%d-%m-%Y}" for name, day in days.items() if day}
