"""Barrières: what stands in his way, how we keep trying, and how it was broken through."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.barriers.models import Barrier, BarrierAttempt, BarrierEnd
from regie.barriers.queries import BarrierStory, barriers_of
from regie.desk.pages.lines import Line
from regie.desk.pages.places import BARRIERS, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.models import Step
from regie.plans.queries import goals_of
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import written

NEW = "Barrière vastleggen"
NONE_STANDS = "Er staat niets in de weg. Houdt een regel of een wachtlijst hem tegen? Leg het vast."
NOT_TRIED = "Er is nog niets geprobeerd. Wie kan er vandaag gebeld worden?"


@dataclass(frozen=True)
class BarriersPage:
    """A page of cards, drawn as that of his plan."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cards: tuple[PlanCard, ...]
    actions: tuple[Action, ...] = ()


def barriers_page(trajectory: Trajectory, *, mine: bool, on: date) -> BarriersPage:
    """All of them, those that stand in his way first; one query."""
    person, told = trajectory.person, barriers_of(trajectory)
    new = Action(NEW, reverse("desk:tell_barrier", args=[person.ref]), "pencil")
    stand = tuple(_line(one, on=on) for one in told if one.is_open)
    over = tuple(_line(one, on=on) for one in told if not one.is_open)
    cards = (PlanCard("Dit houdt hem tegen", stand, NONE_STANDS),)
    return BarriersPage(
        title=BARRIERS.title,
        person=str(person),
        lead=f"Wat staat {person} in de weg, en wat doen wij eraan?",
        crumbs=crumbs_to(person, BARRIERS.title, mine=mine),
        cards=(*cards, PlanCard("Dit is voorbij", over, "")) if over else cards,
        actions=(new,) if mine else (),
    )


def barrier_page(story: BarrierStory, *more: PlanCard, mine: bool, on: date) -> BarriersPage:
    """One barrier with all that was tried and `more` about it; the queries of his goals when it blocks steps."""
    barrier, person = story.barrier, story.barrier.trajectory.person
    return BarriersPage(
        title=barrier.kind_title,
        person=str(person),
        lead=" ".join(filter(None, (perseverance(story, on=on), _next(story, on)))),
        crumbs=crumbs_to(person, "Barrière", under=BARRIERS, mine=mine),
        cards=(
            _tried_card(story, mine=mine),
            *more,
            _end_card(story, mine=mine),
            _told_card(barrier, mine=mine),
        ),
    )


def described(barrier: Barrier) -> Item:
    """A barrier: what it is, in words, and whose rule or queue it is."""
    whose = f"Van: {barrier.whose}." if barrier.whose else ""
    since = f"Houdt hem tegen sinds {written(barrier.since)}." if barrier.since else ""
    return Item(barrier.kind_title, barrier.words, " ".join(filter(None, (whose, since))))


def tried(attempt: BarrierAttempt) -> Item:
    """An attempt: when and with whom, what was done, and what they answered."""
    whom = f", met {attempt.whom}" if attempt.whom else ""
    answer = f"Antwoord: {attempt.answer}" if attempt.answer else "Nog geen antwoord."
    again = f"Volgende poging op {written(attempt.again_on)}." if attempt.again_on else ""
    more = " ".join(filter(None, (answer, again)))
    return Item(f"Poging op {written(attempt.happened_on)}{whom}", attempt.words, more)


def ended(end: BarrierEnd) -> Item:
    """How it ended, since when and how that came."""
    return Item(f"{end.get_outcome_display()} op {written(end.happened_on)}", end.words)


def perseverance(story: BarrierStory, *, on: date) -> str:
    """How often and how long we tried."""
    count, days = len(story.attempts), story.days(on)
    times = {0: "Nog geen poging", 1: "1 poging"}.get(count, f"{count} pogingen")
    lasting = {0: "", 1: " in 1 dag"}.get(days, f" in {days} dagen")
    return f"{times}{lasting}."


def beside_step(stories: Iterable[BarrierStory], step: Step, *, on: date) -> str:
    """What stands in the way of a step, or how that ended, as it stands beside it."""
    return " ".join(_in_short(one, on) for one in stories if one.blocks(step.ref))


def ways_from_step(stories: Iterable[BarrierStory], step: Step, person: Person) -> Iterator[Action]:
    """To the barriers that stand in the way of a step, and to a new one."""
    for one in stories:
        if one.is_open and one.blocks(step.ref):
            yield _open(one, "Naar de barrière")
    new = reverse("desk:tell_barrier", args=[person.ref])
    yield Action("Er is een barrière", f"{new}?stap={step.ref}")


def _in_short(story: BarrierStory, on: date) -> str:
    title = story.barrier.kind_title
    if story.end is None:
        return f"Barrière: {title}. {perseverance(story, on=on)}"
    how = story.end.get_outcome_display().lower()
    return f"Barrière {how} op {written(story.end.happened_on)}: {title}. {story.end.words}"


def _line(story: BarrierStory, *, on: date) -> Line:
    told = described(story.barrier)
    stands = (perseverance(story, on=on), _next(story, on), _taken_by(story)) if story.is_open else ()
    how = (
        ()
        if story.end is None
        else (perseverance(story, on=on), ended(story.end).term + ".", story.end.words)
    )
    more = " ".join(filter(None, (told.more, *stands, *how)))
    return Line(Item(told.term, told.description, more), (_open(story, "Bekijken"),))


def _open(story: BarrierStory, label: str) -> Action:
    return Action(label, reverse("desk:barrier", args=[story.barrier.ref]))


def _taken_by(story: BarrierStory) -> str:
    return f"Pakt het op: {story.barrier.taken_by}."


def _next(story: BarrierStory, on: date) -> str:
    if story.again_on is None:
        return ""
    late = " Die dag is voorbij." if story.again_on < on else ""
    return f"Volgende poging op {written(story.again_on)}.{late}"


def _tried_card(story: BarrierStory, *, mine: bool) -> PlanCard:
    lines = tuple(
        Line(tried(one), _changing("barrierattempt", one.ref) if mine else ())
        for one in reversed(story.attempts)
    )
    new = Action("Poging vastleggen", reverse("desk:tell_barrierattempt", args=[story.barrier.ref]))
    can = (new,) if mine and story.is_open else ()
    return PlanCard("Wat we probeerden", lines, NOT_TRIED, can)


def _end_card(story: BarrierStory, *, mine: bool) -> PlanCard:
    if story.end is None:
        new = Action("Het is voorbij", reverse("desk:tell_barrierend", args=[story.barrier.ref]))
        return PlanCard("Hoe het afliep", (), "Deze barrière is er nog.", (new,) if mine else ())
    ways = _changing("barrierend", story.end.ref) if mine else ()
    return PlanCard("Hoe het afliep", (Line(ended(story.end), ways),), "")


def _changing(name: str, ref: object) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse(f"desk:correct_{name}", args=[ref])),
        Action("Intrekken", reverse(f"desk:withdraw_{name}", args=[ref])),
    )


def _told_card(barrier: Barrier, *, mine: bool) -> PlanCard:
    told = (
        Item("Wat houdt hem tegen", barrier.words),
        Item("Van wie is de regel of wachtlijst", barrier.whose or "Niet bekend"),
        Item("Houdt hem tegen sinds", written(barrier.since) if barrier.since else "Niet bekend"),
        Item("Wat het hem kost", barrier.costs or "Niet bekend"),
        Item("Leefgebied", barrier.domain_title or "Nog niet ingedeeld"),
        Item("Pakt het op", barrier.taken_by, f"Sinds {written(barrier.happened_on)}."),
        *(Item("Houdt deze stap tegen", words) for words in _steps(barrier).values()),
    )
    ways = _changing("barrier", barrier.ref) if mine else ()
    return PlanCard("Deze barrière", tuple(map(Line, told)), "", ways)


def _steps(barrier: Barrier) -> Mapping[str, str]:
    """By ref the steps that it blocks, as they are called now; none of what was taken back."""
    if not barrier.steps:
        return {}
    steps = (one.step for goal in goals_of(barrier.trajectory) for one in goal.steps)
    return {str(one.ref): one.words for one in steps if str(one.ref) in barrier.steps}
