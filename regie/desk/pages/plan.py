"""The page of his plan: what he wants first, then what is done for that; of today, or as it stood on a day."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.desk.pages.as_known import AsKnownPage, OldKnowledge
from regie.desk.pages.comparing import ComparedPart, compared_cards
from regie.desk.pages.places import PLAN, crumbs_to
from regie.desk.pages.plan_cards import cards_of
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.parts import Action, Crumb
from regie.ui.words import written

THEN = "Het plan van een dag"
BETWEEN = "Wat veranderde in zijn plan"


@dataclass(frozen=True)
class PlanPage:
    """Whose plan it is, and its parts in the order in which they are read; `old` says that it is of another day."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cards: tuple[PlanCard, ...]
    between_url: str
    actions: tuple[Action, ...] = ()
    old: OldKnowledge | None = None


@dataclass(frozen=True)
class BetweenPage:
    """What changed from one day to another; `parts` is None while no two days were chosen."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    parts: tuple[ComparedPart, ...] | None


def plan_page(
    trajectory: Trajectory, guidance: Guidance, *, viewer: Actor, on: date, as_known: date | None = None
) -> PlanPage:
    """His plan, for a viewer who may see him; a query for each part. Nothing of another day can be changed."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    editable = mine and as_known is None
    return PlanPage(
        title=PLAN.title,
        person=str(person),
        lead="Wat hij wil staat bovenaan. Daaronder staat wat daarvoor gebeurt, en wie het doet.",
        crumbs=crumbs_to(person, PLAN.title, mine=mine),
        cards=cards_of(trajectory, viewer=viewer, editable=editable, on=on, as_known=as_known),
        between_url=reverse("desk:plan_between", args=[person.ref]),
        actions=(_on_paper(person),) if as_known is None else (),
        old=old_plan(person, as_known) if as_known else None,
    )


def _on_paper(person: Person) -> Action:
    return Action(
        "Mijn plan op papier (PDF)", reverse("desk:my_plan_sheet", args=[person.ref]), "printer", "secondary"
    )


def between_page(
    trajectory: Trajectory, days: tuple[date, date] | None, *, viewer: Actor, mine: bool
) -> BetweenPage:
    """What changed between the ends of two days; two queries for each part."""
    person, parts = trajectory.person, None
    if days:
        then, later = (
            cards_of(trajectory, viewer=viewer, editable=False, on=day, as_known=day) for day in days
        )
        parts = compared_cards(then, later)
    return BetweenPage(
        title=BETWEEN,
        person=str(person),
        lead="Kies twee dagen. U ziet wat erbij kwam, wat veranderde en wat er niet meer staat.",
        crumbs=crumbs_to(person, BETWEEN, under=PLAN, mine=mine),
        parts=parts,
    )


def asking_page(person: Person, *, mine: bool) -> AsKnownPage:
    """For choosing the day again."""
    lead = "U ziet het plan zoals het er aan het einde van die dag stond."
    return AsKnownPage(THEN, lead, crumbs_to(person, THEN, under=PLAN, mine=mine))


def old_plan(person: Person, on: date) -> OldKnowledge:
    """The words above the plan of a day."""
    return OldKnowledge(
        f"Het plan zoals bekend op {written(on)}",
        "Zo stond het er aan het einde van die dag. Wat daarna is verteld, verbeterd of ingetrokken, ziet u hier niet.",
        reverse("desk:plan", args=[person.ref]),
    )


def no_plan_then(asked: date) -> str:
    """What to say of a day before he was guided."""
    return f"Op {written(asked)} begeleidden we hem nog niet. Kies een latere dag."
