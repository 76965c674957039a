"""What the clocks tell a page: how somebody stands, his terms, what came of them, and what its reader was told."""

from regie.clocks.queries.cases import Known, cases_of, facts_of, road_of, visited
from regie.clocks.queries.handled import handled_of
from regie.clocks.queries.judgements import days_to_judge, judgements_of
from regie.clocks.queries.standing import (
    Standing,
    in_order_of_need,
    load_of,
    standing_of,
    standings,
)
from regie.clocks.queries.terms import loud_only, reckonings
from regie.clocks.queries.told import ToldSoFar, told_so_far
from regie.clocks.queries.waiting import referral_terms

__all__ = [
    "Known",
    "Standing",
    "ToldSoFar",
    "cases_of",
    "days_to_judge",
    "facts_of",
    "handled_of",
    "in_order_of_need",
    "judgements_of",
    "load_of",
    "loud_only",
    "reckonings",
    "referral_terms",
    "road_of",
    "standing_of",
    "standings",
    "told_so_far",
    "visited",
]
