"""Kopieer voor…: a text for the system of another, which is a disclosure."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.desk.forms.copying import CopyForm
from regie.desk.pages.copying import choosing_page, copy_page
from regie.desk.pages.record import record_now
from regie.desk.views.detention import guided
from regie.trajectories.models import Disclosure
from regie.trajectories.rules import copy_rule


@requires(Permission.GUIDE)
@require_safe
def copying(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """For whom it can be."""
    trajectory = guided(request, person_ref)
    page = choosing_page(trajectory.person, approach_for(trajectory.municipality, on=request.today))
    return render(request, "desk/copying.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def copy(request: StaffRequest, person_ref: uuid.UUID, recipient_code: str) -> HttpResponse:
    """What goes and what does not; once it is written down that it goes, the text ready to copy."""
    trajectory = guided(request, person_ref)
    approach = approach_for(trajectory.municipality, on=request.today)
    rule = copy_rule(approach, recipient_code)
    page = copy_page(record_now(trajectory, on=request.today), rule, approach)
    form = CopyForm.of(request, shown=page.shown, initial={"purpose": rule.purpose})
    told = form.attempt(
        lambda: Disclosure.copy(
            trajectory=trajectory,
            to=rule.code,
            kinds=page.kinds,
            purpose=form.cleaned_data["purpose"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    template = "desk/copied.html" if told else "desk/copy.html"
    return render(request, template, {"page": page, "form": form})
