"""Somebody asks to be involved himself: it is told, and answered by involving him or not."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.desk.forms.involvement import InvolvementForm
from regie.desk.forms.join_request import JoinRefusalForm, JoinRequestForm
from regie.desk.pages.involved import TITLE
from regie.desk.pages.join_requests import asked_to_join
from regie.desk.pages.places import INVOLVED
from regie.desk.pages.plan_words import page_around
from regie.desk.views.involved import LEAD, involvement_form, looking
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import Noun
from regie.plans.actions import involve
from regie.trajectories.models import JoinRequest

JOIN_REQUEST = Noun(
    "joinrequest", "Verzoek om mee te doen", JoinRequest, JoinRequestForm, asked_to_join, INVOLVED
)
REFUSE = "Niet betrekken"
REFUSING = "Vertel degene die dit vroeg alleen: het kan niet. Zeg verder niets over de jongere."


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def accept(request: StaffRequest, joinrequest_ref: uuid.UUID) -> HttpResponse:
    """Involves who asked for it, after a look at what that opens."""
    asked = _told(request, joinrequest_ref)
    trajectory = asked.trajectory
    initial = InvolvementForm.first(request.today) | {"purpose": asked.words}
    form = involvement_form(request, trajectory, initial=initial)
    about = (asked_to_join(asked),)
    page = page_around(trajectory.person, TITLE, LEAD, "Verder", under=INVOLVED, told=about)
    verb = partial(involve, trajectory=trajectory, asked=asked)
    return looking(request, form, trajectory, verb=verb, page=page, said="Vastgelegd wie betrokken is.")


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def refuse(request: StaffRequest, joinrequest_ref: uuid.UUID) -> HttpResponse:
    """Who asked for it is not involved."""
    asked = _told(request, joinrequest_ref)
    today = f"{request.today:%d-%m-%Y}"
    form = JoinRefusalForm.of(request, initial={"refused_on": today}, version=asked.pk)
    if form.attempt(
        lambda: asked.refuse(
            refused_on=form.cleaned_data["refused_on"],
            why=form.cleaned_data["why_refused"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Vastgelegd dat u diegene niet betrekt.")
        return redirect(INVOLVED.url(asked.trajectory.person))
    about = (asked_to_join(asked),)
    page = page_around(asked.trajectory.person, REFUSE, REFUSING, "Vastleggen", under=INVOLVED, told=about)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


def _told(request: StaffRequest, ref: uuid.UUID) -> JoinRequest:
    """The one that stands and that he may see."""
    told: JoinRequest = standing_fact(request, JoinRequest.objects.current().visible_to(request.actor), ref)
    return told
