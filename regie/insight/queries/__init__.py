"""What a page asks of a year."""

from regie.insight.queries.facts import first_began
from regie.insight.queries.numbers import account_of, insight_of

__all__ = ["account_of", "first_began", "insight_of"]
