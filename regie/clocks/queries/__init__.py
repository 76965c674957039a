"""What the clocks tell a page: how somebody stands, his terms and what came of them."""

from regie.clocks.queries.cases import Known, cases_of, facts_of
from regie.clocks.queries.handled import handled_of
from regie.clocks.queries.judgements import days_to_judge, judgements_of
from regie.clocks.queries.standing import Standing, in_order_of_need, load_of, standing_of, standings
from regie.clocks.queries.terms import reckonings

__all__ = [
    "Known",
    "Standing",
    "cases_of",
    "days_to_judge",
    "facts_of",
    "handled_of",
    "in_order_of_need",
    "judgements_of",
    "load_of",
    "reckonings",
    "standing_of",
    "standings",
]
