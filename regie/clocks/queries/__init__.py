"""What the clocks tell a page: how somebody stands, his terms, what came of them, and what its reader was told."""

from regie.clocks.queries.agenda import AgendaItem, agenda_of
from regie.clocks.queries.calling import Calling, asked_of, called
from regie.clocks.queries.cases import Asks, cases_of, known_of_many, visited
from regie.clocks.queries.facts import facts_of
from regie.clocks.queries.handled import handled_of
from regie.clocks.queries.judgements import days_to_judge, judgements_of
from regie.clocks.queries.known import Known, road_of
from regie.clocks.queries.measured import MOMENTS
from regie.clocks.queries.planned import Planned, all_of_his_plan, planned_by_trajectory
from regie.clocks.queries.release_week import ReleaseWeek, release_week
from regie.clocks.queries.standing import (
    Standing,
    in_order_of_need,
    load_of,
    standing_of,
    standings,
)
from regie.clocks.queries.terms import known_for, loud_only, reckoned, reckonings
from regie.clocks.queries.told import Along, ToldSoFar, told_by_any_channel, told_so_far
from regie.clocks.queries.waiting import referral_terms

__all__ = [
    "MOMENTS",
    "AgendaItem",
    "Along",
    "Asks",
    "Calling",
    "Known",
    "Planned",
    "ReleaseWeek",
    "Standing",
    "ToldSoFar",
    "agenda_of",
    "all_of_his_plan",
    "asked_of",
    "called",
    "cases_of",
    "days_to_judge",
    "facts_of",
    "handled_of",
    "in_order_of_need",
    "judgements_of",
    "known_for",
    "known_of_many",
    "load_of",
    "loud_only",
    "planned_by_trajectory",
    "reckoned",
    "reckonings",
    "referral_terms",
    "release_week",
    "road_of",
    "standing_of",
    "standings",
    "told_by_any_channel",
    "told_so_far",
    "visited",
]
