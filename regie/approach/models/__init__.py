"""The layers of the approach, each version kept."""

from regie.approach.models.edition import Edition, EditionQuerySet

__all__ = ["Edition", "EditionQuerySet"]
