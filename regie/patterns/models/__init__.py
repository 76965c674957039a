"""Patterns, and which barriers stand under them."""

from regie.patterns.models.grouped import Grouped
from regie.patterns.models.pattern import Pattern

__all__ = ["Grouped", "Pattern"]
