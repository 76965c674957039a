"""The page of his plan: what he wants first, then what is done for that."""

from dataclasses import dataclass
from datetime import date

from regie.base.actors import Actor
from regie.desk.pages.goals import goals_cards
from regie.desk.pages.network import network_card
from regie.desk.pages.plan_words import PLAN, PlanCard, crumbs_to
from regie.desk.pages.talents import talents_card
from regie.desk.pages.week import week_card
from regie.desk.pages.wishes import wishes_card
from regie.plans.queries import (
    followed_wishes_of,
    goals_of,
    network_of,
    talents_of,
    waits_until_free,
    week_of,
)
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
    """His plan, for a viewer who may see him, as it stands that day; one query a noun."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    followed, goals = followed_wishes_of(trajectory), goals_of(trajectory)
    wishes = [one.wish for one in followed]
    waits = waits_until_free(goals, trajectory, on=on)
    return PlanPage(
        title=PLAN,
        person=str(person),
        lead="Wat hij wil staat bovenaan. Daaronder staat wat daarvoor gebeurt, en wie het doet.",
        crumbs=crumbs_to(person, mine=mine),
        cards=(
            wishes_card(followed, person, editable=mine),
            talents_card(talents_of(trajectory), person, editable=mine),
            *goals_cards(goals, wishes, person, waits=waits, on=on, editable=mine),
            network_card(network_of(trajectory), person, on=on, editable=mine),
            week_card(week_of(trajectory), person, on=on, editable=mine),
        ),
    )
