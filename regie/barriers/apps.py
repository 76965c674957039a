"""Barriers: what stands in his way, what was tried, and how it was broken through."""

from django.apps import AppConfig


class BarriersConfig(AppConfig):
    """The app."""

    name = "regie.barriers"
    verbose_name = "Barrières"
