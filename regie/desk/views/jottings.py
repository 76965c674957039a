"""Notes from a telephone: they arrive sealed, lie on Vandaag, and go to a young person or are thrown away."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.base.errors import NotNow, NotValid
from regie.contacts.actions import receive_jottings
from regie.contacts.models import Jotting, JottingQuerySet
from regie.desk.forms.jottings import read_envelopes
from regie.desk.pages.jottings import choosing_page, placing_page, throwing_page, told_in
from regie.desk.views.contacts import contact_form
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_reading
from regie.trajectories.models import Trajectory
from regie.ui.verb_form import VerbForm

GONE = "U begeleidt deze jongere niet meer. Uw notitie staat nog op Vandaag."


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def jottings(request: StaffRequest) -> HttpResponse:
    """Answers a telephone: whose notes can be sent now; and of each note that it sends, whether it is kept."""
    if request.method == "GET":
        return JsonResponse({"writer": str(request.user.ref), "token": get_token(request)})
    try:
        sent = read_envelopes(request.body)
    except NotValid as refused:
        return JsonResponse({"sentence": refused.sentence}, status=400)
    answers = receive_jottings(sent, writer=request.user, by=request.actor, at=request.at)
    told = [{"ref": str(it.ref), "kept": it.kept, "gone": it.gone, "sentence": it.refusal} for it in answers]
    return JsonResponse({"answers": told})


@requires(Permission.GUIDE)
@require_safe
def jotting(request: StaffRequest, jotting_ref: uuid.UUID) -> HttpResponse:
    """The whole note, and to whom it can be put: each of his young people is one tap."""
    page = choosing_page(_readable(request, jotting_ref), viewer=request.actor, on=request.today)
    return render(request, "desk/jotting.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def place_jotting(request: StaffRequest, jotting_ref: uuid.UUID, person_ref: uuid.UUID) -> HttpResponse:
    """Makes contact with this young person of it; what can be wrong with its day is asked."""
    note = _readable(request, jotting_ref)
    trajectory = _guided(request, person_ref)
    form = contact_form(request, trajectory, told_in(note, on=request.today))
    if form.attempt(
        lambda: note.place(
            trajectory=trajectory,
            account=form.account,
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Contact vastgelegd. De kladnotitie is van Vandaag af.")
        return redirect("desk:person", person_ref)
    page = placing_page(note, trajectory.person, viewer=request.actor, on=request.today)
    return render(request, "desk/place_jotting.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def throw_jotting_away(request: StaffRequest, jotting_ref: uuid.UUID) -> HttpResponse:
    """Throws it away; asks first."""
    note = get_object_or_404(_his(request), ref=jotting_ref)
    page = throwing_page(note, on=request.today)
    form = VerbForm.of(request)
    if form.attempt(lambda: note.throw_away(by=request.actor, at=request.at)):
        messages.success(request, f"Kladnotitie weggegooid. {page.afterthought}".strip())
        return redirect("desk:today")
    return render(request, "ui/withdrawing.html", {"form": form, "page": page})


def _his(request: StaffRequest) -> JottingQuerySet:
    """His own notes, as long as they are."""
    return Jotting.objects.visible_to(request.actor).open()


def _readable(request: StaffRequest, jotting_ref: uuid.UUID) -> Jotting:
    """The note with its words; else there is nothing here (404)."""
    return get_object_or_404(_his(request).readable(), ref=jotting_ref)


def _guided(request: StaffRequest, person_ref: uuid.UUID) -> Trajectory:
    """The young person he puts it to; who went to a colleague or was closed meanwhile is said, and the note stays."""
    try:
        trajectory = get_trajectory(request.actor, person_ref)
    except Http404:
        raise NotNow(GONE) from None
    trajectory.check_guided_by(request.actor)
    log_reading(request, trajectory)
    return trajectory
