"""Vandaag, and what was done with a term."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.clocks.enums import HandlingKind
from regie.clocks.models import Handling, Notice
from regie.clocks.queries import reckonings
from regie.clocks.rules import Term, can_wait, check_not_in_plan
from regie.desk.forms.handling import HandlingForm
from regie.desk.pages.handling import handling_page
from regie.desk.pages.today import today_page
from regie.desk.views.back import back_to, remember_list
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.trajectories.models import Trajectory

SAID = {
    HandlingKind.DONE: "Vastgelegd: het is gedaan.",
    HandlingKind.NOT_NEEDED: "Vastgelegd: het is niet nodig.",
    HandlingKind.PUT_OFF: "Uitgesteld. Die dag staat het er weer.",
}
OPEN_AGAIN = "Deze termijn staat weer open."


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def today(request: StaffRequest) -> HttpResponse:
    """What today asks; what he is told of it first, or anew, is written down."""
    page = today_page(request.actor, on=request.today, address=request.GET.dict(), at=request.at)
    Notice.tell(page.shown, last=page.told.last, to=request.user, by=request.actor, at=request.at)
    remember_list(request, page.filters.query, page.page.number)
    return render(request, "desk/today.html", {"page": page})


@requires(Permission.GUIDE, Permission.ASSIGN)
@require_http_methods(["GET", "POST"])
def handle(request: StaffRequest, person_ref: uuid.UUID, rule: str, occurrence: str) -> HttpResponse:
    """It is done, not needed, or put off."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    guidance.check_open()
    term = _term(request, trajectory, (rule, occurrence))
    check_not_in_plan(term)
    told = list(Handling.objects.visible_to(request.actor).of_term(trajectory, term))
    before = told[-1] if told else None
    initial = {"happened_on": f"{request.today:%d-%m-%Y}"}
    version = before.pk if before else None
    form = HandlingForm.of(request, initial=initial, version=version, can_wait=can_wait(term))
    made = form.attempt(lambda: _say(request, form, trajectory, term, before))
    if made:
        messages.success(request, OPEN_AGAIN if made.withdrawn else SAID[HandlingKind(made.kind)])
        return redirect(back_to(request, "desk:today"))
    page = handling_page(trajectory, term, told, on=request.today)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


def _say(
    request: StaffRequest, form: HandlingForm, trajectory: Trajectory, term: Term, before: Handling | None
) -> Handling:
    if before and form.opens_again:
        return before.take_back(by=request.actor, at=request.at)
    return Handling.tell(
        trajectory=trajectory,
        term=term,
        account=form.account,
        seen=form.cleaned_data["seen"],
        submission=form.cleaned_data["submission"],
        by=request.actor,
        at=request.at,
    )


def _term(request: StaffRequest, trajectory: Trajectory, key: tuple[str, str]) -> Term:
    """His term of this rule about this; when there is none (any more) there is nothing here (404)."""
    reckoning = reckonings([trajectory], on=request.today)[trajectory.pk]
    for term in reckoning.terms:
        if term.key == key:
            return term
    raise Http404
