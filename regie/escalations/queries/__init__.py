"""What rose, to whom, and how that stands."""

from regie.escalations.queries.brief import brief_facts, proposed_brief
from regie.escalations.queries.escalations import (
    EscalationStory,
    all_that_rose,
    escalations_by_barrier,
    escalations_by_trajectory,
    escalations_of,
    may_rise,
    past_of,
    rises_on,
    those_who_left,
    waiting_proposals,
)

__all__ = [
    "EscalationStory",
    "all_that_rose",
    "brief_facts",
    "escalations_by_barrier",
    "escalations_by_trajectory",
    "escalations_of",
    "may_rise",
    "past_of",
    "proposed_brief",
    "rises_on",
    "those_who_left",
    "waiting_proposals",
]
