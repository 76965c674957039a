"""A letter to him about who is involved, or about what was told: kept with his papers, and told as explained."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.desk.forms.draft import DraftForm
from regie.desk.pages.draft_notices import involved_letter, told_letter
from regie.desk.pages.drafts import About, Draft, draft_page
from regie.desk.pages.places import INVOLVED, TOLD_TO_OTHERS, Place
from regie.desk.views.sheets import made
from regie.desk.views.standing import standing_fact
from regie.plans.actions import Letter, explain_in_letter
from regie.trajectories.models import Disclosure, Involvement

KEPT = "{title}: gemaakt. De PDF staat bij Papieren, en Regie legde vast dat u het uitlegde."


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def of_involvement(request: StaffRequest, involvement_ref: uuid.UUID) -> HttpResponse:
    """About who is involved with him."""
    seen = Involvement.objects.current().visible_to(request.actor)
    one = standing_fact(request, seen.select_related("organisation", "professional"), involvement_ref)
    approach = approach_for(one.trajectory.municipality, on=request.today)
    return _writing(request, one, involved_letter(one, approach), under=INVOLVED)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def of_disclosure(request: StaffRequest, disclosure_ref: uuid.UUID) -> HttpResponse:
    """About what was told of him to another."""
    seen = Disclosure.objects.current().visible_to(request.actor)
    one = standing_fact(request, seen.select_related("organisation"), disclosure_ref)
    approach = approach_for(one.trajectory.municipality, on=request.today)
    return _writing(request, one, told_letter(one, approach), under=TOLD_TO_OTHERS)


def _writing(request: StaffRequest, one: Any, draft: Draft, *, under: Place) -> HttpResponse:
    """What is known stands in the letter; what is sent is made, kept, and told as explained."""
    trajectory = one.trajectory
    officer = trajectory.guidance().officer_on(request.today)
    about = About(trajectory, officer, request.user, request.today)
    form = DraftForm.of(request, asks=draft.asks(about))

    def explain() -> Any:
        sheet = draft.sheet(about, form.cleaned_data)
        pdf = made(request, sheet, trajectory.municipality)
        return explain_in_letter(
            trajectory=trajectory,
            thing=one.ref,
            letter=Letter(draft.title, sheet.filename, pdf),
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )

    if form.attempt(explain):
        messages.success(request, KEPT.format(title=draft.title))
        return redirect(under.url(trajectory.person))
    page = draft_page(trajectory.person, draft, under=under)
    return render(request, "ui/form_page.html", {"form": form, "page": page})
