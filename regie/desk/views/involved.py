"""Wie is betrokken: the list, involving somebody after looking at what that opens, telling it better, ending it."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import Approaches, approach_for
from regie.contacts.queries import last_contact_with
from regie.desk.forms.involvement import InvolvementEndForm, InvolvementForm
from regie.desk.pages.involved import TITLE, described, involved_page, still_open, why_propose
from regie.desk.pages.opening import OpeningPage, opening_page
from regie.desk.pages.participation import Replies
from regie.desk.pages.places import INVOLVED
from regie.desk.pages.plan_words import page_around
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.partners.models import Organisation, Professional
from regie.partners.queries import organisations_on_map, professionals_on_map
from regie.plans.actions import check_around, correct_involvement, involve
from regie.requests.queries import open_of_involvement
from regie.trajectories.models import Involvement, Trajectory
from regie.ui.verb_form import VerbForm

BETTER, END, TAKE_BACK = "Betrokkenheid verbeteren", "Eerder beëindigen", "Betrokkenheid intrekken"
LEAD = "Eerst ziet u wat u hem mag vertellen en wat dicht blijft. Dan pas legt u het vast."
ENDING = "Vanaf die dag is hij niet meer betrokken. In de geschiedenis blijft het bewaard."
TAKING_BACK = "Dit is voor wat nooit zo was. Stopt het? Kies dan ‘Eerder beëindigen’."
ADJUST = "adjust"


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def involved(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Who is, and who was."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    mine = guidance.is_open_to(request.actor)
    page = involved_page(trajectory, mine=mine, on=request.today)
    return render(request, "desk/involved.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Somebody new, after a look at what it opens."""
    trajectory = guided(request, person_ref)
    form = involvement_form(request, trajectory, initial=InvolvementForm.first(request.today))
    verb = partial(involve, trajectory=trajectory)
    page = page_around(trajectory.person, TITLE, LEAD, "Verder", under=INVOLVED)
    return looking(request, form, trajectory, verb=verb, page=page, said="Vastgelegd wie betrokken is.")


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def correct(request: StaffRequest, involvement_ref: uuid.UUID) -> HttpResponse:
    """Tells it better, after a look at what that opens."""
    told = _told(request, involvement_ref)
    trajectory = told.trajectory
    form = involvement_form(
        request, trajectory, told=told, initial=InvolvementForm.again(told), version=told.pk
    )
    taking_back = reverse("desk:withdraw_involvement", args=[told.ref])
    page = page_around(trajectory.person, BETTER, LEAD, "Verder", under=INVOLVED, withdraw_url=taking_back)
    said = "Betrokkenheid verbeterd. Wat er eerst stond, blijft bewaard."
    verb = partial(correct_involvement, told)
    return looking(request, form, trajectory, verb=verb, page=page, said=said)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, involvement_ref: uuid.UUID) -> HttpResponse:
    """He is involved no more."""
    told = _told(request, involvement_ref)
    form = InvolvementEndForm.of(request, initial=_ending(request, told), version=told.pk)
    if form.attempt(
        lambda: told.end(
            ended_on=form.cleaned_data["ended_on"],
            why=form.cleaned_data["why_ended"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Betrokkenheid eerder beëindigd.")
        return redirect(INVOLVED.url(told.trajectory.person))
    return _about(request, told, form, title=END, lead=ENDING, submit="Beëindigen")


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def withdraw(request: StaffRequest, involvement_ref: uuid.UUID) -> HttpResponse:
    """Takes back what never was so; asks first."""
    told = _told(request, involvement_ref)
    form = VerbForm.of(request)
    if form.attempt(lambda: told.withdraw(by=request.actor, at=request.at)):
        messages.success(request, "Betrokkenheid ingetrokken. In de geschiedenis blijft dit te lezen.")
        return redirect(INVOLVED.url(told.trajectory.person))
    return _about(request, told, form, title=TAKE_BACK, lead=TAKING_BACK, submit="Ja, intrekken")


def looking(
    request: StaffRequest,
    form: Any,
    trajectory: Trajectory,
    *,
    verb: Callable[..., Any],
    page: Any,
    said: str,
) -> HttpResponse:
    """The form; then what it opens; and only of what was looked at, the verb."""
    look = partial(_look, request, form, trajectory, title=page.title)
    seen = None if ADJUST in request.POST else form.attempt(look)
    if seen and form.looked_at(seen.shown):
        sending = {"submission": form.cleaned_data["submission"], "by": request.actor, "at": request.at}
        if form.attempt(lambda: verb(account=form.account, **sending)):
            messages.success(request, said)
            return redirect(INVOLVED.url(trajectory.person))
        seen = None
    if seen:
        return render(request, "desk/opening.html", {"page": seen, "form": form})
    first = "ui/told_form.html" if page.told else "ui/form_page.html"
    template = "desk/correcting.html" if page.withdraw_url else first
    return render(request, template, {"form": form, "page": page})


def _look(request: StaffRequest, form: Any, trajectory: Trajectory, *, title: str) -> OpeningPage:
    """What is told and what that opens; raises NotValid beside what cannot be."""
    stood = form.fact.account if form.fact else None
    Involvement.propose(form.account, trajectory, stood=stood, on=request.today)
    check_around(form.account, trajectory)
    approaches, sent = _approaches(request, trajectory), form.cleaned_data["shown"]
    return opening_page(trajectory, form.account, approaches, title=title, sent=sent, on=request.today)


def _approaches(request: StaffRequest, trajectory: Trajectory) -> Approaches:
    return Approaches.of(trajectory.municipality, until=request.today)


def _ending(request: StaffRequest, told: Involvement) -> dict[str, str]:
    """Today, and why it is proposed to end it, when it is; of a form that is sent nothing has to be known."""
    if request.method == "POST":
        return {}
    spoken = last_contact_with(told.trajectory)
    replies = Replies.of(told.trajectory)
    why = why_propose(told, _approaches(request, told.trajectory), spoken, replies, on=request.today)
    words = " ".join(f"{reason.label}." for reason in why)
    return {"ended_on": f"{request.today:%d-%m-%Y}", "why_ended": words}


def _about(
    request: StaffRequest, told: Involvement, form: Any, *, title: str, lead: str, submit: str
) -> HttpResponse:
    about = described(told, _approaches(request, told.trajectory), on=request.today)
    still = still_open(open_of_involvement(told, on=request.today))
    page = page_around(told.trajectory.person, title, lead, submit, under=INVOLVED, told=(about, *still))
    template = "ui/told_form.html" if title == END else "ui/withdrawing.html"
    return render(request, template, {"form": form, "page": page})


def involvement_form(
    request: StaffRequest, trajectory: Trajectory, *, told: Involvement | None = None, **kwargs: Any
) -> Any:
    """The form of who is involved, with who can be chosen on the map."""
    on, here, viewer = request.today, trajectory.municipality_id, request.actor
    organisations = organisations_on_map(viewer, on=on, municipality_id=here)
    professionals = professionals_on_map(viewer, on=on).filter(municipality=here)
    if told:  # who left the map since can still be read there
        organisations |= Organisation.objects.visible_to(viewer).filter(pk=told.organisation_id or 0)
        professionals |= Professional.objects.visible_to(viewer).filter(pk=told.professional_id or 0)
    return InvolvementForm.of(
        request,
        approach=approach_for(trajectory.municipality, on=on),
        organisations=organisations,
        professionals=professionals,
        trajectory=trajectory,
        on=on,
        fact=told,
        **kwargs,
    )


def _told(request: StaffRequest, involvement_ref: uuid.UUID) -> Involvement:
    """The one that stands and that he may see."""
    seen = Involvement.objects.current().visible_to(request.actor)
    told: Involvement = standing_fact(
        request, seen.select_related("organisation", "professional"), involvement_ref
    )
    return told
