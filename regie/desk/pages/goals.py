"""His goals in words: those he works at, those that are over, and the steps of each."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse

from regie.approach.enums import StepActor
from regie.desk.pages.lines import Line
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import StepState
from regie.plans.models import Goal, GoalResult, Step, StepMark, Wish
from regie.plans.queries import GoalStory, StepStory, ends_of_goals
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Item
from regie.ui.words import written

NOT_FILED = "Nog niet ingedeeld"
WAITS = "Dit wacht tot hij vrij is."


def goals_cards(
    goals: Sequence[GoalStory],
    wishes: Iterable[Wish],
    person: Person,
    *,
    waits: bool,
    on: date,
    editable: bool,
) -> tuple[PlanCard, ...]:
    """Those that run, and below them those that are over; `waits` is what can only be outside. No query."""
    said = {one.ref: one for one in wishes}
    running = tuple(_running(one, said_by(one.goal, said), waits, on) for one in goals if one.result is None)
    over = tuple(_over(one) for one in goals if one.result is not None)
    new = (
        Action("Doel vastleggen", reverse("desk:tell_goal", args=[person.ref])),
        Action("Doel uit een voorbeeld", reverse("desk:goal_examples", args=[person.ref])),
    )
    card = PlanCard(
        "Doelen",
        running,
        "Er is nog geen doel. Kies met hem één ding dat hij wil bereiken.",
        new if editable else (),
    )
    return (card, PlanCard("Doelen die klaar zijn", over, "")) if over else (card,)


def said_by(goal: Goal, said: Mapping[uuid.UUID, Wish]) -> Wish | None:
    """The wish that a goal comes from, as it stands; None when there is none, or it was taken back."""
    return said.get(goal.wish.ref) if goal.wish else None


def described(goal: Goal) -> Item:
    """A goal: under what it is filed, his sentence, and since when."""
    return Item(_filed(goal), goal.words, f"Sinds {written(goal.happened_on)}.")


def step_described(step: Step) -> Item:
    """A step: who takes it, what is done, and by when."""
    return Item(_who(step), step.words, _by_when(step, step.due_on))


def result_described(result: GoalResult) -> Item:
    """What came of a goal, in words, with what we say to him."""
    said = f"We zeggen: {_quoted(result.congratulation)}" if result.congratulation else ""
    why_not = f"Nog niet gefeliciteerd: {result.not_congratulated}" if result.not_congratulated else ""
    more = " ".join(filter(None, (said, why_not)))
    term = f"{result.get_outcome_display()} op {written(result.happened_on)}"
    return Item(term, result.words or result.get_outcome_display(), more)


def goals_by_domain(trajectory: Trajectory) -> dict[str, str]:
    """By the code of a life domain, "" for none, his goals in it and what became of each; one query."""
    found: dict[str, list[str]] = defaultdict(list)
    for goal, result in ends_of_goals(trajectory):
        came = f"{result.get_outcome_display()} op {written(result.happened_on)}" if result else "Loopt nog"
        found[goal.domain].append(f"Zijn doel: “{goal.words}” {came}.")
    return {domain: " ".join(said) for domain, said in found.items()}


def mark_described(mark: StepMark) -> Item:
    """How it stands with a step."""
    until = f" Kan wel sinds {written(mark.until)}." if mark.until else ""
    on = f"Sinds {written(mark.happened_on)}.{until}"
    return Item(mark.get_state_display(), mark.words or mark.get_state_display(), on)


def step_line(number: int, one: StepStory, *, on: date, editable: bool) -> Line:
    """One step in its place: who, what, by when, and how it stands."""
    term = f"Stap {number} · {_who(one.step)}"
    stands = ("" if one.done else _by_when(one.step, one.due_on), how_it_stands(one, on=on))
    return Line(Item(term, one.step.words, " ".join(filter(None, stands))), _actions(one) if editable else ())


def how_it_stands(one: StepStory, *, on: date) -> str:
    """That it is done, that it cannot be yet and why, or that its day is over; empty of what is still to come."""
    if one.done:
        words = f" {one.done.words}" if one.done.words else ""
        return f"Gedaan op {written(one.done.happened_on)}.{words}"
    if one.held:
        return f"Kan nog niet sinds {written(one.held.happened_on)}, omdat: {one.held.words}"
    return "Die dag is voorbij." if one.due_on and one.due_on < on else ""


def _running(one: GoalStory, wish: Wish | None, waits: bool, on: date) -> Line:
    said = f"Hij zei: {_quoted(wish.words)}" if wish else ""
    waiting = WAITS if one.goal.outside_only and waits else ""
    more = " ".join(filter(None, (said, waiting, _steps(one, on))))
    term = f"{_filed(one.goal)} · {one.goal.get_horizon_display().lower()}"
    return Line(Item(term, one.goal.words, more), (_open(one.goal),), str(one.goal.ref))


def _over(one: GoalStory) -> Line:
    assert one.result is not None
    told = result_described(one.result)
    words = one.result.words
    return Line(
        Item(told.term, one.goal.words, " ".join(filter(None, (words, told.more)))),
        (_open(one.goal),),
        str(one.goal.ref),
    )


def _steps(one: GoalStory, on: date) -> str:
    """How far it is, and what comes now."""
    if not one.steps:
        return "Er zijn nog geen stappen."
    if one.next_step is None:
        return f"Alle stappen zijn gedaan ({len(one.steps)})."
    now = one.next_step
    so_far = f"{one.done} van {len(one.steps)} stappen gedaan."
    turn = f"Nu aan de beurt: {_ended(now.step.words)} Wie: {_by_whom(now.step)}."
    stands = _by_when(now.step, now.due_on), how_it_stands(now, on=on)
    return " ".join(filter(None, (so_far, turn, *stands)))


def _quoted(words: str) -> str:
    """Somebody's words, which end as they end: no second full stop after them."""
    return f"“{words}”" if _ends(words) else f"“{words}”."


def _ended(words: str) -> str:
    """A sentence that somebody typed, with a full stop when it has no end of its own."""
    return words if _ends(words) else f"{words}."


def _ends(words: str) -> bool:
    return words.endswith((".", "!", "?", "…"))


def _filed(goal: Goal) -> str:
    return goal.domain_title or NOT_FILED


def _who(step: Step) -> str:
    if step.actor_name:
        return (
            f"{step.actor_name} ({step.get_actor_display().lower()})" if _says_more(step) else step.actor_name
        )
    return str(step.get_actor_display())


def _by_whom(step: Step) -> str:
    """The same in the middle of a sentence."""
    if step.actor_name:
        return _who(step)
    return "nog niet bekend" if step.actor == StepActor.UNKNOWN else _who(step).lower()


def _says_more(step: Step) -> bool:
    return step.actor != StepActor.UNKNOWN


def _by_when(step: Step, due_on: date | None) -> str:
    """By which day; when that follows from what is still to come, after what."""
    if due_on:
        return f"Voor {written(due_on)}."
    if step.weeks is None:
        return ""
    return f"{step.weeks} {'week' if step.weeks == 1 else 'weken'} {step.get_counted_display()}."


def _open(goal: Goal) -> Action:
    return Action("Bekijken", reverse("desk:goal", args=[goal.ref]))


def _actions(one: StepStory) -> tuple[Action, ...]:
    ref, mark = one.step.ref, one.done or one.held
    better = Action("Verbeteren", reverse("desk:correct_step", args=[ref]))
    if mark is None:
        return (Action("Hoe staat het?", reverse("desk:tell_stepmark", args=[ref])), better)
    label = "Verbeteren hoe het staat" if mark.state == StepState.DONE else "Kan het wel?"
    stands = Action(label, reverse("desk:correct_stepmark", args=[mark.ref]))
    done = Action("Hoe staat het?", reverse("desk:tell_stepmark", args=[ref]))
    return (stands, better) if one.done else (done, stands, better)
