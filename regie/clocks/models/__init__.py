"""What somebody did with a term."""

from regie.clocks.models.handling import Handling

__all__ = ["Handling"]
