"""Patterns: the same barrier in the way of several people, without names, and what was decided about it."""

from django.apps import AppConfig


class PatternsConfig(AppConfig):
    """The app."""

    name = "regie.patterns"
    verbose_name = "Patronen"
