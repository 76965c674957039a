"""The layers of the approach, each version kept."""

from regie.approach.models.edition import Edition

__all__ = ["Edition"]
