"""The page of his plan: what he wants first, then what is done for that."""

from dataclasses import dataclass
from datetime import date

from regie.base.actors import Actor
from regie.desk.pages.authorisations import authorisations_card
from regie.desk.pages.plan_words import PLAN, PlanCard, crumbs_to
from regie.desk.pages.taken_over import taken_over_card
from regie.desk.pages.wishes import wishes_card
from regie.plans.queries import in_hand_of, wishes_of
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


def plan_page(trajectory: Trajectory, guidance: Guidance, *, viewer: Actor, on: date) -> PlanPage:
    """His plan, for a viewer who may see him; one query for each kind of fact."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    in_hand = in_hand_of(trajectory)
    return PlanPage(
        title=PLAN,
        person=str(person),
        lead="Wat hij wil staat bovenaan. Daaronder staat wat daarvoor gebeurt, en wie het doet.",
        crumbs=crumbs_to(person, mine=mine),
        cards=(
            wishes_card(wishes_of(trajectory), person, editable=mine),
            taken_over_card(in_hand, person, editable=mine, on=on),
            authorisations_card(in_hand.papers, person, editable=mine, on=on),
        ),
    )
