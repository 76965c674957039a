"""The parts of his plan, in the order in which they are read: what he wants and is good at before anything else."""

from dataclasses import replace
from datetime import date

from regie.approach.queries import Approaches
from regie.base.actors import Actor
from regie.desk.pages.agreements import agreement_card
from regie.desk.pages.authorisations import authorisations_card
from regie.desk.pages.debt_words import debts_card
from regie.desk.pages.goals import goals_cards
from regie.desk.pages.network import network_card
from regie.desk.pages.papers import papers_card
from regie.desk.pages.plan_words import PlanCard
from regie.desk.pages.readings import readings_card
from regie.desk.pages.taken_over import taken_over_card
from regie.desk.pages.talents import talents_card
from regie.desk.pages.week import week_card
from regie.desk.pages.wishes import wishes_card
from regie.plans.queries import (
    agreements_of,
    debts_of,
    followed_wishes_of,
    goals_of,
    in_hand_of,
    network_of,
    papers_of,
    readings_of,
    talents_of,
    waits_until_free,
    week_of,
)
from regie.trajectories.models import Trajectory


def cards_of(
    trajectory: Trajectory, *, viewer: Actor, editable: bool, on: date, as_known: date | None = None
) -> tuple[PlanCard, ...]:
    """His plan of today, or as it was known at the end of a day; a query for each noun, four for goals."""
    person, day = trajectory.person, as_known or on
    followed = followed_wishes_of(trajectory, as_known=as_known)
    goals = goals_of(trajectory, as_known=as_known)
    waits = waits_until_free(goals, trajectory, on=day, as_known=as_known)
    in_hand = in_hand_of(trajectory, as_known=as_known)
    agreements = agreements_of(trajectory, as_known=as_known)
    readings = readings_of(trajectory, as_known=as_known)
    approaches = Approaches.of(trajectory.municipality, until=day)
    cards = (
        wishes_card(followed, person, editable=editable),
        talents_card(talents_of(trajectory, as_known=as_known), person, editable=editable),
        *goals_cards(goals, [one.wish for one in followed], person, waits=waits, on=day, editable=editable),
        agreement_card(agreements, person, editable=editable, now=as_known is None),
        taken_over_card(in_hand, person, editable=editable, on=day),
        authorisations_card(in_hand.papers, person, approaches.on(day), editable=editable, on=day),
        week_card(week_of(trajectory, as_known=as_known), person, on=day, editable=editable),
        network_card(network_of(trajectory, as_known=as_known), person, on=day, editable=editable),
        readings_card(readings, approaches, person, on=day, editable=editable),
        debts_card(debts_of(trajectory, as_known=as_known), person),
        papers_card(papers_of(trajectory, viewer=viewer, as_known=as_known), person, editable=editable),
    )
    return cards if as_known is None else tuple(_of_another_day(card) for card in cards)


def _of_another_day(card: PlanCard) -> PlanCard:
    """Nothing of a day in the past can be changed from here, and nothing on it calls any more."""
    return replace(card, actions=(), alerts=(), lines=tuple(replace(line, actions=()) for line in card.lines))
