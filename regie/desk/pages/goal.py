"""The page of one goal, and the examples to begin from."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from regie.approach.enums import StepActor
from regie.approach.rules import Approach
from regie.barriers.queries import BarrierStory, all_that_blocks, barriers_of
from regie.base.actors import Actor
from regie.base.gathering import gather
from regie.desk.pages import barriers
from regie.desk.pages.goals import (
    NOT_FILED,
    WAITS,
    result_described,
    said_by,
    step_line,
)
from regie.desk.pages.lines import Line
from regie.desk.pages.places import PLAN, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.desk.pages.requests import beside_step
from regie.persons.models import Person
from regie.plans.models import Goal, Wish
from regie.plans.queries import GoalStory, StepStory, goals_of, waits_until_free, wishes_of
from regie.plans.rules import domains_of
from regie.requests.queries import RequestStory, all_that_was_asked_of_partners, requests_of
from regie.requests.rules import ASKABLE
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import written


@dataclass(frozen=True)
class GoalPage:
    """A page of cards, drawn as that of his plan."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cards: tuple[PlanCard, ...]


def goal_page(
    trajectory: Trajectory, guidance: Guidance, ref: uuid.UUID, *, viewer: Actor, on: date
) -> GoalPage:
    """One goal that stands, for a viewer who may see him; at most seven queries."""
    (story,) = goals_of(trajectory, ref=ref)
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    wish = said_by(story.goal, {one.ref: one for one in wishes_of(trajectory)}) if story.goal.wish else None
    waits = waits_until_free([story], trajectory, on=on)
    beside = _beside(trajectory) if story.steps else Beside()
    return GoalPage(
        title=story.goal.words,
        person=str(person),
        lead=WAITS if waits else "",
        crumbs=crumbs_to(person, "Doel", under=PLAN, mine=mine),
        cards=(
            _steps_card(story, person, beside, on=on, editable=mine),
            _result_card(story, editable=mine),
            _goal_card(story.goal, wish, editable=mine),
        ),
    )


@dataclass(frozen=True)
class Beside:
    """What stands beside his steps: what was asked of partners, and what stands in his way."""

    asked: Sequence[RequestStory] = ()
    blocked: Sequence[BarrierStory] = ()


def _beside(trajectory: Trajectory) -> Beside:
    """One query."""
    his = [trajectory.pk]
    told = gather([*all_that_was_asked_of_partners(his), *all_that_blocks(his)])
    return Beside(requests_of(trajectory, told=told), barriers_of(trajectory, told=told))


def _steps_card(story: GoalStory, person: Person, beside: Beside, *, on: date, editable: bool) -> PlanCard:
    lines = []
    for number, one in enumerate(story.steps, start=1):
        line = step_line(number, one, on=on, editable=editable)
        asked = beside_step(beside.asked, one.step, on=on)
        blocked = barriers.beside_step(beside.blocked, one.step, on=on)
        more = " ".join(filter(None, (line.item.more, asked, blocked)))
        ways = _from_here(one, person, beside) if editable and story.result is None else ()
        lines.append(replace(line, item=replace(line.item, more=more), actions=(*line.actions, *ways)))
    new = Action("Stap vastleggen", reverse("desk:tell_step", args=[story.goal.ref]))
    can = editable and story.result is None
    return PlanCard("Stappen", tuple(lines), "Er zijn nog geen stappen.", (new,) if can else ())


def _from_here(one: StepStory, person: Person, beside: Beside) -> tuple[Action, ...]:
    blocking = () if one.done else barriers.ways_from_step(beside.blocked, one.step, person)
    return (*_asking(one, person), *blocking)


def _asking(one: StepStory, person: Person) -> tuple[Action, ...]:
    """The way to ask a partner for a step that is still to be done, and that nobody else takes."""
    if one.done or StepActor(one.step.actor) not in ASKABLE:
        return ()
    asking = f"{reverse('desk:tell_partnerrequest', args=[person.ref])}?stap={one.step.ref}"
    return (Action("Een partner vragen", asking),)


def _result_card(story: GoalStory, *, editable: bool) -> PlanCard:
    ref = story.goal.ref
    if story.result is None:
        new = Action("Vastleggen hoe het ging", reverse("desk:tell_goalresult", args=[ref]))
        return PlanCard("Hoe het ging", (), "Dit doel loopt.", (new,) if editable else ())
    again = (
        Action("Verbeteren", reverse("desk:correct_goalresult", args=[story.result.ref])),
        Action(
            "Intrekken: het doel loopt weer", reverse("desk:withdraw_goalresult", args=[story.result.ref])
        ),
    )
    line = Line(result_described(story.result), again if editable else ())
    return PlanCard("Hoe het ging", (line,), "")


def _goal_card(goal: Goal, wish: Wish | None, *, editable: bool) -> PlanCard:
    told = [
        Item("Leefgebied", goal.domain_title or NOT_FILED),
        Item("Wanneer", f"{goal.get_horizon_display()}, sinds {written(goal.happened_on)}"),
    ]
    if wish:
        told.append(Item("Hij zei", f"“{wish.words}”", f"Op {written(wish.happened_on)}"))
    if goal.outside_only:
        told.append(Item("Waar", "Alleen buiten"))
    if goal.template_title:
        told.append(Item("Begonnen uit een voorbeeld", goal.template_title))
    actions = (
        Action("Doel verbeteren", reverse("desk:correct_goal", args=[goal.ref])),
        Action("Doel intrekken", reverse("desk:withdraw_goal", args=[goal.ref])),
    )
    return PlanCard("Dit doel", tuple(map(Line, told)), "", actions if editable else ())


def examples_page(person: Person, approach: Approach) -> GoalPage:
    """The examples of the approach, each with what it is about; no query."""
    domains = {one.code: one.title for one in domains_of(approach)}
    lines = tuple(
        Line(
            Item(domains.get(one.domain, NOT_FILED), one.title, one.text),
            (Action("Hiermee beginnen", reverse("desk:goal_from_example", args=[person.ref, one.code])),),
        )
        for one in approach.goal_templates
    )
    own = Action("Zonder voorbeeld beginnen", reverse("desk:tell_goal", args=[person.ref]))
    card = PlanCard("Voorbeelden", lines, "De aanpak heeft nog geen voorbeelden.", (own,))
    title, lead = "Doel uit een voorbeeld", "Kies samen met hem. Daarna kunt u alles veranderen."
    return GoalPage(title, str(person), lead, crumbs_to(person, title, under=PLAN), (card,))
