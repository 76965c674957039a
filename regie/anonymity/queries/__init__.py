"""What is known of one young person by which he can be recognised, and whether a text says it."""

from regie.anonymity.queries.checking import check_anonymous
from regie.anonymity.queries.known import known_of

__all__ = ["check_anonymous", "known_of"]
