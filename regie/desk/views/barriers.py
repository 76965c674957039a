"""Barrières: the list, opening one, its page, and what is told of it."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.approach.queries import approach_for
from regie.barriers.models import Barrier, BarrierAttempt, BarrierEnd
from regie.barriers.queries import all_that_blocks, barriers_of
from regie.base.gathering import gather
from regie.desk.forms.barrier import BarrierAttemptForm, BarrierEndForm, BarrierForm
from regie.desk.pages import barriers as pages
from regie.desk.pages.escalations import Rising, rising_card
from regie.desk.pages.places import BARRIERS, barrier_place
from regie.desk.views.detention import guided
from regie.desk.views.people import get_trajectory
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import About, Noun, telling
from regie.escalations.queries import all_that_rose, escalations_by_barrier, those_who_left
from regie.plans.models import Step
from regie.trajectories.models import Trajectory

BARRIER = Noun(
    "barrier",
    "Barrière",
    Barrier,
    BarrierForm,
    pages.described,
    BARRIERS,
    taken_back="Dit is voor wat er nooit was. Is het voorbij? Kies dan bij de barrière ‘Het is voorbij’.",
)
ATTEMPT = Noun(
    "barrierattempt",
    "Poging",
    BarrierAttempt,
    BarrierAttemptForm,
    pages.tried,
    home_of=lambda told: barrier_place(told.barrier.ref),
)
END = Noun(
    "barrierend",
    "Afloop van de barrière",
    BarrierEnd,
    BarrierEndForm,
    pages.ended,
    home_of=lambda told: barrier_place(told.barrier.ref),
    taken_back="De barrière staat er dan weer. In de geschiedenis blijft bewaard wat u intrekt.",
)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def barriers(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """All that stands in the way of this young person, and what did."""
    trajectory = get_trajectory(request.actor, person_ref)
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = pages.barriers_page(trajectory, mine=guidance.is_open_to(request.actor), on=request.today)
    return render(request, "desk/plan.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """Something new; which step it blocks may stand in the address."""
    trajectory = guided(request, person_ref)
    return telling(request, BARRIER, trajectory, home=BARRIERS, filled=_of_step(request, trajectory))


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def barrier(request: StaffRequest, barrier_ref: uuid.UUID) -> HttpResponse:
    """One barrier with all that was tried at it."""
    seen = Barrier.objects.current().visible_to(request.actor)
    chosen = seen.select_related("trajectory__person", "trajectory__municipality", "trajectory__referral")
    found = get_object_or_404(chosen, ref=barrier_ref)
    guidance = found.trajectory.guidance()
    log_guided(request, found.trajectory, guidance)
    mine = guidance.is_open_to(request.actor)
    rising = _rising(request, found, mine=mine)
    card = rising_card(rising, viewer_id=request.actor.id, on=request.today)
    page = pages.barrier_page(rising.story, card, mine=mine, on=request.today)
    return render(request, "desk/plan.html", {"page": page})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell_of(request: StaffRequest, barrier_ref: uuid.UUID, noun: Noun) -> HttpResponse:
    """What was tried at a barrier, or how it ended."""
    of: Barrier = standing_fact(request, Barrier.objects.current().visible_to(request.actor), barrier_ref)
    about = About({"barrier": of}, (pages.described(of),))
    return telling(request, noun, of.trajectory, home=barrier_place(of.ref), about=about)


def _rising(request: StaffRequest, found: Barrier, *, mine: bool) -> Rising:
    """The barrier with what was tried at it, how it ended and what rose; at most three queries."""
    his = [found.trajectory_id]
    told = gather([*all_that_blocks(his), *all_that_rose(his)])
    story = next(
        (one for one in barriers_of(found.trajectory, told=told) if one.barrier.ref == found.ref), None
    )
    if story is None:
        raise Http404
    stories = escalations_by_barrier(told).get(found.ref, [])
    for one in stories:
        one.escalation.trajectory = found.trajectory
    approach = approach_for(found.trajectory.municipality, on=request.today)
    left = those_who_left([one.escalation for one in stories if not one.answer], on=request.today)
    second = may(request.actor, Permission.APPROVE_EXCEPTIONS, found.trajectory.municipality_id)
    return Rising(story, stories, approach, frozenset(left), mine, second)


def _of_step(request: StaffRequest, trajectory: Trajectory) -> dict[str, Any]:
    """What stands in the form of one that is opened from a step of his: that step, and where its goal is filed."""
    try:
        ref = uuid.UUID(request.GET.get("stap", ""))
    except ValueError:
        return {}
    step = Step.objects.current().of(trajectory).filter(ref=ref).select_related("goal").first()
    return {"steps": [str(step.ref)], "domain": step.goal.domain} if step else {}
