"""What was asked for him: telling it, what came of it, telling it better, and taking it back."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.application import ApplicationForm, DecisionForm
from regie.desk.pages.applications import (
    TITLE,
    deciding_page,
    described,
    noted,
    noted_decision,
    telling_application_page,
)
from regie.desk.pages.detention import correcting_page, withdrawing_page
from regie.desk.views.detention import guided
from regie.desk.views.standing import standing_fact
from regie.trajectories.enums import ApplicationKind, ApplicationOutcome
from regie.trajectories.models import Application
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID, application_kind: str) -> HttpResponse:
    """Something was asked for him on a day."""
    if application_kind not in ApplicationKind:
        raise Http404
    kind, trajectory = ApplicationKind(application_kind), guided(request, person_ref)
    form = ApplicationForm.of(request, kind=kind)
    if form.attempt(
        lambda: Application.tell(
            trajectory=trajectory,
            kind=kind,
            account=form.account,
            source=form.cleaned_data["source"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, noted(kind))
        return redirect("desk:person", person_ref)
    page = telling_application_page(trajectory.person, kind)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def decide(request: StaffRequest, application_ref: uuid.UUID) -> HttpResponse:
    """What came of it."""
    told = _told(request, application_ref)
    form = DecisionForm.of(request, version=told.pk, now=ApplicationOutcome(told.outcome))
    if decided := form.attempt(
        lambda: told.decide(
            outcome=form.decided,
            decided_on=form.decided_on_day,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, noted_decision(decided.outcome))
        return redirect("desk:person", told.trajectory.person.ref)
    return render(request, "ui/told_form.html", {"form": form, "page": deciding_page(told)})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, application_ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, application_ref)
    form = ApplicationForm.of(request, initial=_typed(told), version=told.pk, kind=ApplicationKind(told.kind))
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, "Aanvraag verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:person", told.trajectory.person.ref)
    withdraw_url = reverse("desk:withdraw_application", args=[told.ref])
    page = correcting_page(told.trajectory.person, f"{TITLE} “{told.asked}”", withdraw_url)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, application_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not asked; asks first."""
    told = _told(request, application_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, "Aanvraag ingetrokken. In de geschiedenis blijft zij te lezen.")
        return redirect("desk:person", told.trajectory.person.ref)
    page = withdrawing_page(told.trajectory.person, TITLE, described(told))
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _told(request: StaffRequest, application_ref: uuid.UUID) -> Application:
    """The one that stands and that he may see."""
    seen = Application.objects.current().visible_to(request.actor)
    told: Application = standing_fact(request, seen, application_ref)
    return told


def _typed(told: Application) -> dict[str, str]:
    """What is told, as it would be typed."""
    days = {name: getattr(told, name) for name in ("happened_on", "decided_on")}
    said = {name: getattr(told, name) for name in ("outcome", "threatened", "words")}
    return said | {name: f"{day:%d-%m-%Y}" for name, day in days.items() if day}
