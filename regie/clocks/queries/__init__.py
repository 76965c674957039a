"""What the clocks tell a page: how somebody stands, and his terms."""

from regie.clocks.queries.cases import Known, cases_of, facts_of
from regie.clocks.queries.handled import handled_of
from regie.clocks.queries.standing import Standing, in_order_of_need, load_of, standing_of, standings
from regie.clocks.queries.terms import loud_rules, reckonings

__all__ = [
    "Known",
    "Standing",
    "cases_of",
    "facts_of",
    "handled_of",
    "in_order_of_need",
    "load_of",
    "loud_rules",
    "reckonings",
    "standing_of",
    "standings",
]
