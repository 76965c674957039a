"""Out of sight: reading how we look for him, telling that he was lost, an attempt, and that he is back."""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.contacts.enums import Outcome
from regie.contacts.models import ContactMoment
from regie.desk.forms.out_of_sight import AttemptForm, BackInSightForm, OutOfSightForm
from regie.desk.pages.detention import correcting_page, telling_page, withdrawing_page
from regie.desk.pages.out_of_sight import attempt_of, described, out_of_sight_page
from regie.desk.pages.places import OUT_OF_SIGHT
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.trajectories.models import Attempt, BackInSight, OutOfSight, Trajectory
from regie.ui.verb_form import VerbForm


@dataclass(frozen=True)
class Search:
    """One kind of fact: its name in addresses, what it is called on the page, its model and its form."""

    name: str
    title: str
    model: type[Any]
    form: type[Any]


LOST = Search("out_of_sight", "Uit beeld", OutOfSight, OutOfSightForm)
ATTEMPT = Search("attempt", "Poging", Attempt, AttemptForm)
BACK = Search("back_in_sight", "Weer in beeld", BackInSight, BackInSightForm)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def out_of_sight(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """When he was seen last and how we look for him, with the form for one attempt more."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    page = out_of_sight_page(trajectory, on=request.today, editable=guidance.is_open_to(request.actor))
    log_guided(request, trajectory, guidance)
    form = AttemptForm.of(request, initial=_today(request))
    return render(request, "desk/out_of_sight.html", {"page": page, "form": form})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID, search: Search) -> HttpResponse:
    """Something new of his being out of sight."""
    trajectory = guided(request, person_ref)
    form = search.form.of(request, initial=_today(request) | _as_contact(request, trajectory, search))
    if form.attempt(
        lambda: search.model.tell(
            trajectory=trajectory,
            account=form.account,
            source=form.cleaned_data.get("source", ""),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{search.title} vastgelegd.")
        return redirect("desk:out_of_sight", person_ref)
    page = telling_page(trajectory.person, f"{search.title} vastleggen", under=OUT_OF_SIGHT)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, search: Search, **ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, search, ref)
    initial = {name: _typed(value) for name, value in vars(told.account).items()}
    form = search.form.of(request, initial=initial, version=told.pk)
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, f"{search.title} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:out_of_sight", told.trajectory.person.ref)
    withdraw_url = reverse(f"desk:withdraw_{search.name}", args=[told.ref])
    page = correcting_page(told.trajectory.person, search.title, withdraw_url, under=OUT_OF_SIGHT)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, search: Search, **ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not so; asks first."""
    told = _told(request, search, ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{search.title} ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:out_of_sight", told.trajectory.person.ref)
    page = withdrawing_page(told.trajectory.person, search.title, described(told), under=OUT_OF_SIGHT)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _told(request: StaffRequest, search: Search, ref: dict[str, uuid.UUID]) -> Any:
    """The one that stands and that he may see."""
    (wanted,) = ref.values()
    return standing_fact(request, search.model.objects.current().visible_to(request.actor), wanted)


def _as_contact(request: StaffRequest, trajectory: Trajectory, search: Search) -> dict[str, Any]:
    """What stands in an attempt that is told from contact that failed: the address names it."""
    with suppress(ValueError):
        ref = uuid.UUID(request.GET.get("contact", ""))
        failed = ContactMoment.objects.visible_to(request.actor).current().with_him()
        found = failed.filter(trajectory=trajectory, ref=ref, outcome=Outcome.ATTEMPTED).first()
        if found and search is ATTEMPT:
            return attempt_of(found)
    return {}


def _today(request: StaffRequest) -> dict[str, str]:
    return {"happened_on": _typed(request.today)}


def _typed(value: Any) -> Any:
    """As it is typed into the form."""
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else value
