"""What was taken over: the whole of it, who does it now, and the authorisation on paper or stopped."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.desk.forms.authorisation import AuthorisationForm, StopForm
from regie.desk.forms.taken_over import DoingForm, TakenOverForm
from regie.desk.pages import authorisations, places, taken_over
from regie.desk.pages.plan_words import page_around
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import Noun
from regie.plans.models import Authorisation, Doing, TakenOver
from regie.plans.queries import in_hand_of

HOME = places.TAKEN_OVER
TAKEN_OVER = Noun("takenover", "Uit handen genomen", TakenOver, TakenOverForm, taken_over.described, HOME)
AUTHORISATION = Noun(
    "authorisation", "Machtiging", Authorisation, AuthorisationForm, authorisations.described, HOME
)
DOING = Noun("doing", "Wie het doet", Doing, DoingForm, taken_over.turned, HOME)
STOPPING = "Hij mag dit altijd. Hij hoeft niet te zeggen waarom. U mag het daarna niet meer namens hem doen."


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def overview(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """What the officer does for him, who does it since, and on which authorisations."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    approach = approach_for(trajectory.municipality, on=request.today)
    mine = guidance.is_open_to(request.actor)
    page = taken_over.taken_over_page(
        trajectory, in_hand_of(trajectory), approach, mine=mine, on=request.today
    )
    return render(request, "desk/taken_over.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell_doing(request: StaffRequest, takenover_ref: uuid.UUID) -> HttpResponse:
    """Who does it now; when he does it himself it was handed back."""
    seen = TakenOver.objects.current().visible_to(request.actor)
    told = standing_fact(request, seen, takenover_ref)
    form = DoingForm.of(
        request, initial=DoingForm.first(request.today), trajectory=told.trajectory, on=request.today
    )
    tell = partial(Doing.tell, trajectory=told.trajectory, thing=told.ref, by=request.actor, at=request.at)
    if form.attempt(lambda: tell(account=form.account, submission=form.cleaned_data["submission"])):
        messages.success(request, "Vastgelegd wie het nu doet.")
        return redirect(HOME.url(told.trajectory.person))
    person = told.trajectory.person
    about = (taken_over.described(told),)
    lead = "Het mag ook een tijdje weer anders gaan. Wat er eerst stond, blijft bewaard."
    page = page_around(person, "Wie doet het nu?", lead, "Opslaan", under=HOME, told=about)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def stop(request: StaffRequest, authorisation_ref: uuid.UUID) -> HttpResponse:
    """He does not want it any more."""
    seen = Authorisation.objects.current().visible_to(request.actor)
    told = standing_fact(request, seen, authorisation_ref)
    form = StopForm.of(request, initial={"stopped_on": f"{request.today:%d-%m-%Y}"}, version=told.pk)
    stopping = partial(told.stop, by=request.actor, at=request.at)
    if form.attempt(
        lambda: stopping(
            stopped_on=form.cleaned_data["stopped_on"], submission=form.cleaned_data["submission"]
        )
    ):
        messages.success(request, "Vastgelegd: hij heeft deze machtiging gestopt.")
        return redirect(HOME.url(told.trajectory.person))
    person = told.trajectory.person
    about = (authorisations.described(told),)
    page = page_around(person, "Hij stopt de machtiging", STOPPING, "Opslaan", under=HOME, told=about)
    return render(request, "ui/told_form.html", {"form": form, "page": page})


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def paper(request: StaffRequest, authorisation_ref: uuid.UUID) -> HttpResponse:
    """The authorisation to print and to sign."""
    seen = Authorisation.objects.current().visible_to(request.actor)
    told = get_object_or_404(
        seen.select_related("trajectory__person", "trajectory__municipality"), ref=authorisation_ref
    )
    guidance = told.trajectory.guidance()
    log_guided(request, told.trajectory, guidance)
    officer, mine = guidance.officer_on(request.today), guidance.is_open_to(request.actor)
    page = authorisations.authorisation_paper(told, officer, mine=mine)
    return render(request, "desk/authorisation_paper.html", {"page": page})
