"""To whom what was told of him: the list, telling it, telling it better, and taking it back."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.approach.rules import Approach
from regie.desk.forms.disclosure import DisclosureForm
from regie.desk.pages.debt_overview import HANDED_OVER
from regie.desk.pages.detention import correcting_page, telling_page, withdrawing_page
from regie.desk.pages.disclosures import TITLE, described, disclosures_page, grounds_of
from regie.desk.pages.moved import whom_to_tell
from regie.desk.pages.places import MOVED, TOLD_TO_OTHERS
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.partners.queries import organisations_on_map
from regie.trajectories.models import Disclosure, Trajectory
from regie.ui.verb_form import VerbForm


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def disclosures(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All of them."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    mine = guidance.is_open_to(request.actor)
    page = disclosures_page(trajectory, _approach(request, trajectory), mine=mine)
    return render(request, "desk/disclosures.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Something was told to another; of what is handed over or told again its words are there."""
    trajectory = guided(request, person_ref)
    approach = _approach(request, trajectory)
    form = _form(request, trajectory, approach, initial=_asked(request, approach, trajectory))
    if form.attempt(
        lambda: Disclosure.tell(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, f"{TITLE} vastgelegd.")
        return redirect("desk:moved" if form.cleaned_data["item"] else "desk:disclosures", person_ref)
    under = MOVED if form["item"].value() else TOLD_TO_OTHERS
    page = telling_page(trajectory.person, f"{TITLE} vastleggen", under=under)
    return render(request, "ui/form_page.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, disclosure_ref: uuid.UUID) -> HttpResponse:
    """Tells it better."""
    told = _told(request, disclosure_ref)
    trajectory = told.trajectory
    place = told.organisation.ref if told.organisation else None
    days = {"happened_on": f"{told.happened_on:%d-%m-%Y}", "organisation": place}
    approach = _approach(request, trajectory)
    form = _form(request, trajectory, approach, initial=vars(told.account) | days, version=told.pk)
    if form.attempt(
        lambda: told.correct(
            account=form.account, submission=form.cleaned_data["submission"], by=request.actor, at=request.at
        )
    ):
        messages.success(request, f"{TITLE} verbeterd. Wat er eerst stond, blijft bewaard.")
        return redirect("desk:disclosures", trajectory.person.ref)
    taking_back = reverse("desk:withdraw_disclosure", args=[told.ref])
    page = correcting_page(trajectory.person, TITLE, taking_back, under=TOLD_TO_OTHERS)
    return render(request, "desk/correcting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, disclosure_ref: uuid.UUID) -> HttpResponse:
    """Takes back what was not told; asks first."""
    told = _told(request, disclosure_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, f"{TITLE} ingetrokken. In de geschiedenis blijft zij te lezen.")
        return redirect("desk:disclosures", told.trajectory.person.ref)
    item = described(told, grounds_of(_approach(request, told.trajectory)))
    page = withdrawing_page(told.trajectory.person, TITLE, item, under=TOLD_TO_OTHERS)
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _form(request: StaffRequest, trajectory: Trajectory, approach: Approach, **kwargs: Any) -> Any:
    places = organisations_on_map(request.actor, on=request.today, municipality_id=trajectory.municipality_id)
    return DisclosureForm.of(request, approach=approach, organisations=places, **kwargs)


def _asked(request: StaffRequest, approach: Approach, trajectory: Trajectory) -> dict[str, str]:
    """Today, and what is handed over, or told again to his casemanager, when the address names it."""
    code = request.GET.get("onderdeel", "")
    entry = next((one for one in approach.told_again if one.code == code), None)
    today = {"happened_on": f"{request.today:%d-%m-%Y}"}
    if request.GET.get("over") in HANDED_OVER:
        return today | HANDED_OVER[request.GET["over"]]
    if entry is None:
        return today
    whom = whom_to_tell(trajectory, on=request.today)
    return today | {"item": entry.code, "what": entry.title, "recipient": whom}


def _approach(request: StaffRequest, trajectory: Trajectory) -> Approach:
    return approach_for(trajectory.municipality, on=request.today)


def _told(request: StaffRequest, disclosure_ref: uuid.UUID) -> Disclosure:
    """The one that stands and that he may see."""
    seen = Disclosure.objects.current().visible_to(request.actor).select_related("organisation")
    told: Disclosure = standing_fact(request, seen, disclosure_ref)
    return told
