"""Insight: what a caseload says together, in numbers of one calendar year; everything is derived from facts."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """The app."""

    name = "regie.insight"
    verbose_name = "Inzicht"
