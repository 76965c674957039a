"""Breakthroughs: how a barrier was broken through, written so that others can reuse it."""

from django.apps import AppConfig


class BreakthroughsConfig(AppConfig):
    """The app."""

    name = "regie.breakthroughs"
    verbose_name = "Doorbraken"
