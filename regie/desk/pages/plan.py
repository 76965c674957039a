"""The page of his plan: what he wants first, then what is done for that."""

from dataclasses import dataclass

from regie.base.actors import Actor
from regie.desk.pages.papers import papers_card
from regie.desk.pages.plan_words import PLAN, PlanCard, crumbs_to
from regie.desk.pages.wishes import wishes_card
from regie.plans.queries import papers_of, wishes_of
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.parts import Crumb


@dataclass(frozen=True)
class PlanPage:
    """Whose plan it is, and its parts in the order in which they are read."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cards: tuple[PlanCard, ...]


def plan_page(trajectory: Trajectory, guidance: Guidance, *, viewer: Actor) -> PlanPage:
    """His plan, for a viewer who may see him; one query a noun."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    return PlanPage(
        title=PLAN,
        person=str(person),
        lead="Wat hij wil staat bovenaan. Daaronder staat wat daarvoor gebeurt, en wie het doet.",
        crumbs=crumbs_to(person, mine=mine),
        cards=(
            wishes_card(wishes_of(trajectory), person, editable=mine),
            papers_card(papers_of(trajectory, viewer=viewer), person, editable=mine),
        ),
    )
