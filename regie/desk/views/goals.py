"""His goals: the page of one, the examples to begin from, and what is told of a goal or a step."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from regie.accounts.access import StaffRequest, requires
from regie.accounts.enums import Permission
from regie.approach.queries import approach_for
from regie.desk.forms.goal import GoalForm, GoalResultForm, StepForm, StepMarkForm, filled_in
from regie.desk.pages import goals
from regie.desk.pages.goal import examples_page, goal_page
from regie.desk.pages.places import goal_place
from regie.desk.views.detention import guided
from regie.desk.views.reading import log_guided
from regie.desk.views.standing import standing_fact
from regie.desk.views.telling import About, Noun, telling
from regie.plans.actions import set_goal
from regie.plans.models import Goal, GoalResult, Step, StepMark

GOAL = Noun("goal", "Doel", Goal, GoalForm, goals.described, teller=set_goal)
STEP = Noun(
    "step", "Stap", Step, StepForm, goals.step_described, home_of=lambda told: goal_place(told.goal.ref)
)
GOAL_RESULT = Noun(
    "goalresult",
    "Afloop van het doel",
    GoalResult,
    GoalResultForm,
    goals.result_described,
    home_of=lambda told: goal_place(told.goal.ref),
)
STEP_MARK = Noun(
    "stepmark",
    "Stand van de stap",
    StepMark,
    StepMarkForm,
    goals.mark_described,
    home_of=lambda told: goal_place(told.step.goal.ref),
)


@requires(Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)
@require_safe
def goal(request: StaffRequest, goal_ref: uuid.UUID) -> HttpResponse:
    """One goal with its steps, and how it went."""
    seen = Goal.objects.current().visible_to(request.actor)
    chosen = seen.select_related("trajectory__person", "trajectory__municipality", "trajectory__referral")
    trajectory = get_object_or_404(chosen, ref=goal_ref).trajectory
    guidance = trajectory.guidance()
    log_guided(request, trajectory, guidance)
    page = goal_page(trajectory, guidance, goal_ref, viewer=request.actor, on=request.today)
    return render(request, "desk/plan.html", {"page": page})


@requires(Permission.GUIDE)
@require_safe
def examples(request: StaffRequest, person_ref: uuid.UUID) -> HttpResponse:
    """The examples of the approach, to choose from."""
    trajectory = guided(request, person_ref)
    approach = approach_for(trajectory.municipality, on=request.today)
    return render(request, "desk/plan.html", {"page": examples_page(trajectory.person, approach)})


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def from_example(request: StaffRequest, person_ref: uuid.UUID, template_code: str) -> HttpResponse:
    """A goal that begins from an example: all of it can be changed."""
    trajectory = guided(request, person_ref)
    approach = approach_for(trajectory.municipality, on=request.today)
    template = next((one for one in approach.goal_templates if one.code == template_code), None)
    if template is None:
        raise Http404
    return telling(request, GOAL, trajectory, home=GOAL.home, filled=filled_in(template), template=template)


@requires(Permission.GUIDE)
@require_http_methods(["GET", "POST"])
def tell_of(request: StaffRequest, noun: Noun, **ref: uuid.UUID) -> HttpResponse:
    """Something new of a goal or of a step, such as a step or that it is done."""
    ((place, wanted),) = ref.items()
    owner: Any = Goal if place == "goal_ref" else Step
    described = goals.described if owner is Goal else goals.step_described
    of = standing_fact(request, owner.objects.current().visible_to(request.actor), wanted)
    home = goal_place(of.ref if owner is Goal else of.goal.ref)
    about = About(items=(described(of),))
    return telling(request, noun, of.trajectory, home=home, about=about, **{place.removesuffix("_ref"): of})
