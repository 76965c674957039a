"""Gronden: what waits for the privacy officer, and his answer."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for, approaches_for
from regie.office.forms.judging import GroundAnswerForm
from regie.office.pages.judging import ground_page, judging_page
from regie.trajectories.models import GroundAnswer, Involvement
from regie.trajectories.queries import grounds_to_judge


@requires(Permission.JUDGE_GROUNDS)
@require_safe
def judging(request: StaffRequest) -> HttpResponse:
    """All that waits."""
    asked = grounds_to_judge(request.actor, on=request.today)
    approaches = approaches_for({one.trajectory.municipality for one in asked}, on=request.today)
    return render(request, "office/judging.html", {"page": judging_page(asked, approaches)})


@requires(Permission.JUDGE_GROUNDS)
@require_http_methods(["GET", "POST"])
def judge(request: StaffRequest, involvement_ref: uuid.UUID) -> HttpResponse:
    """One of them: it may, on a ground; or it may not."""
    one = _asked(request, involvement_ref)
    approach = approach_for(one.trajectory.municipality, on=request.today)
    form = GroundAnswerForm.of(request, approach=approach, version=one.pk)
    if form.attempt(
        lambda: GroundAnswer.give(
            involvement=one,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Uw antwoord staat bij de officier.")
        return redirect("office:judging")
    return render(request, "ui/told_form.html", {"form": form, "page": ground_page(one, approach)})


def _asked(request: StaffRequest, ref: uuid.UUID) -> Involvement:
    """The one that waits for him; else there is nothing here (404)."""
    for one in grounds_to_judge(request.actor, on=request.today):
        if one.ref == ref:
            return one
    raise Http404
