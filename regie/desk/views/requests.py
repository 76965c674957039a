"""Gevraagd aan partners: the list, asking, one request with its answers and its text, and taking an answer back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.desk.forms.request import MutualAgreementForm, RequestAnswerForm, RequestForm
from regie.desk.pages import requests as pages
from regie.desk.pages.places import REQUESTS, request_place
from regie.desk.pages.plan_words import page_around
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import Noun, telling
from regie.requests.actions import agree_together, ask, tell_answer
from regie.requests.enums import AnswerKind
from regie.requests.models import MutualAgreement, PartnerRequest
from regie.requests.queries import RequestStory, story_of
from regie.ui.verb_form import VerbForm

NEVER_ASKED = (
    "Dit is voor wat u nooit vroeg. Is het niet meer nodig? Kies dan dat antwoord. "
    "Bij zijn verstrekkingen blijft staan dat u dit vertelde. Vertelde u niets? Trek het daar ook in."
)
REQUEST = Noun(
    "partnerrequest",
    "Vraag aan een partner",
    PartnerRequest,
    RequestForm,
    pages.described,
    REQUESTS,
    teller=ask,
    taken_back=NEVER_ASKED,
)
MUTUAL_AGREEMENT = Noun(
    "mutualagreement",
    "Afspraak met een partner",
    MutualAgreement,
    MutualAgreementForm,
    pages.agreed,
    REQUESTS,
    teller=agree_together,
)
SAID = {
    AnswerKind.ACCEPTED: "Vastgelegd: de partner doet het.",
    AnswerKind.OTHER_DAY: "Vastgelegd: de partner doet het op een andere dag.",
    AnswerKind.DECLINED: "Vastgelegd: de partner doet het niet. Wie kan het wel doen?",
    AnswerKind.DONE: "Vastgelegd: de partner heeft het gedaan.",
    AnswerKind.CALLED_OFF: "Vastgelegd: dit is niet meer nodig. Laat het de partner weten.",
}
TAKEN_BACK = (
    "Daarna staat de vraag er weer zoals ervoor. "
    "Een stap die gedaan is, blijft gedaan. Verbeter die bij het doel."
)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def requests(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that was asked of partners for this young person."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = pages.requests_page(trajectory, mine=guidance.is_open_to(request.actor), on=request.today)
    return render(request, "desk/requests.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Something new; of whom and for which step may stand in the address."""
    trajectory = guided(request, person_ref)
    chosen = {"involvement": request.GET.get("partner", ""), "step": request.GET.get("stap", "")}
    return telling(request, REQUEST, trajectory, home=REQUESTS, filled=chosen)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def one(request: StaffRequest, partnerrequest_ref: uuid.UUID) -> HttpResponse:
    """One request; what was answered is told here, in one tap."""
    story = _story(request, partnerrequest_ref)
    last = story.last.pk if story.last else None
    form = RequestAnswerForm.of(request, initial={"happened_on": f"{request.today:%d-%m-%Y}"}, version=last)
    made = form.attempt(
        lambda: tell_answer(
            request=story.request,
            account=form.account,
            after=form.cleaned_data["seen"],
            submission=form.cleaned_data["submission"],
            by=request.actor,
            at=request.at,
        )
    )
    if made:
        messages.success(request, SAID[AnswerKind(made.kind)])
        return redirect(REQUESTS.url(story.request.trajectory.person))
    approach = approach_for(story.request.trajectory.municipality, on=request.today)
    page = pages.request_page(story, approach, officer=request.actor.label, on=request.today)
    return render(request, "desk/request.html", {"form": form, "page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, partnerrequest_ref: uuid.UUID) -> HttpResponse:
    """The last answer was not so; asks first."""
    story = _story(request, partnerrequest_ref)
    last = story.last
    if last is None:
        return redirect("desk:partnerrequest", partnerrequest_ref)
    form = VerbForm.of(request, version=last.pk)
    if form.attempt(lambda: last.withdraw(by=request.actor, at=request.at)):
        messages.success(request, "Antwoord ingetrokken. In de geschiedenis blijft het te lezen.")
        return redirect("desk:partnerrequest", partnerrequest_ref)
    around = page_around(
        story.request.trajectory.person,
        "Dit antwoord klopt niet",
        TAKEN_BACK,
        "Ja, intrekken",
        under=request_place(partnerrequest_ref),
        told=(pages.described(story.request), pages.answered(last)),
    )
    return render(request, "ui/withdrawing.html", {"form": form, "page": around})


def _story(request: StaffRequest, ref: uuid.UUID) -> RequestStory:
    """The one that stands, of who is guided by who asks, with its answers."""
    seen = PartnerRequest.objects.current().visible_to(request.actor)
    along = seen.select_related("step__goal", "involvement__organisation", "involvement__professional")
    return story_of(standing_fact(request, along, ref))
