"""Opschalen: a barrier rises a level, what came of it, and the second person."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.barriers.models import Barrier
from regie.barriers.queries import BarrierStory, story_of
from regie.desk.forms.escalation import EscalationAnswerForm, EscalationConsentForm, EscalationForm
from regie.desk.pages import escalations as pages
from regie.desk.pages.barriers import described
from regie.desk.pages.places import barrier_place
from regie.desk.views.reading import log_reading
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import About, Noun, telling
from regie.escalations.actions import consent_to, escalate
from regie.escalations.enums import Level
from regie.escalations.models import Escalation, EscalationAnswer
from regie.escalations.queries import proposed_brief
from regie.escalations.rules import wanted_on
from regie.trajectories.models import Trajectory


def _escalate(*, trajectory: Trajectory, barrier: Barrier, **told: Any) -> Escalation:
    """As the form of a fact tells it: its barrier knows whose it is."""
    assert barrier.trajectory_id == trajectory.pk
    return escalate(barrier=barrier, **told)


ESCALATION = Noun(
    "escalation",
    "Opschaling",
    Escalation,
    EscalationForm,
    pages.described,
    home_of=lambda told: barrier_place(told.barrier.ref),
    teller=_escalate,
    taken_back="Dit is voor wat er nooit was. Hoeft er geen antwoord meer te komen? Leg dan een antwoord vast.",
)
ANSWER = Noun(
    "escalationanswer",
    "Antwoord op de opschaling",
    EscalationAnswer,
    EscalationAnswerForm,
    pages.answered,
    home_of=lambda told: barrier_place(told.escalation.barrier.ref),
    taken_back="De vraag staat dan weer open. In de geschiedenis blijft bewaard wat u intrekt.",
)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, barrier_ref: uuid.UUID, level: Level) -> HttpResponse:
    """The form of a barrier that rises to a level, with the brief written already."""
    of: Barrier = standing_fact(request, Barrier.objects.current().visible_to(request.actor), barrier_ref)
    story = story_of(of)
    if story is None:
        raise Http404
    about = About({"barrier": of}, (described(of),))
    filled, home = _filled(request, story, level), barrier_place(of.ref)
    return telling(request, ESCALATION, of.trajectory, home=home, about=about, filled=filled, level=level)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell_answer(request: StaffRequest, escalation_ref: uuid.UUID) -> HttpResponse:
    """What came of one."""
    asked = Escalation.objects.current().visible_to(request.actor).select_related("barrier")
    of: Escalation = standing_fact(request, asked, escalation_ref)
    about = About({"escalation": of}, (pages.described(of),))
    return telling(request, ANSWER, of.trajectory, home=barrier_place(of.barrier.ref), about=about)


@requires(Permission.APPROVE_EXCEPTIONS)
@require_http_methods(["GET", "POST"])
def consent(request: StaffRequest, escalation_ref: uuid.UUID) -> HttpResponse:
    """The second person reads what is asked, and says whether a level may be passed over."""
    asked = Escalation.objects.current().visible_to(request.actor).filter(second_person=True)
    seen = asked.select_related("barrier", "trajectory__person", "trajectory__municipality")
    escalation: Escalation = get_object_or_404(seen, ref=escalation_ref)
    log_reading(request, escalation.trajectory)
    form = EscalationConsentForm.of(request)
    if form.attempt(
        lambda: consent_to(
            escalation=escalation,
            agreed=form.cleaned_data["agreed"] == "yes",
            words=form.cleaned_data["words"],
            by=request.actor,
            at=request.at,
        )
    ):
        messages.success(request, "Uw antwoord is opgeslagen.")
        return redirect("desk:barrier", escalation.barrier.ref)
    page = pages.consent_page(escalation)
    return render(request, "desk/answer_closure.html", {"form": form, "page": page})


def _filled(request: StaffRequest, story: BarrierStory, level: Level) -> dict[str, Any]:
    """What stands in the form: the brief as it is proposed, and by when this level answers."""
    approach = approach_for(story.barrier.trajectory.municipality, on=request.today)
    terms = {"tactical": approach.tactical_answers, "strategic": approach.strategic_answers}
    wanted = wanted_on(level, on=request.today, **terms)
    brief = proposed_brief(story, level, on=request.today)
    return {"brief": brief, "wanted_by": f"{wanted:%d-%m-%Y}"}
