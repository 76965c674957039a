"""What somebody did with a term, and what he was told of it."""

from regie.clocks.models.handling import Handling
from regie.clocks.models.notice import Notice

__all__ = ["Handling", "Notice"]
