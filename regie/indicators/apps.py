"""Indicators: what a municipality measures its plan by, each figure with its definition, source and edition."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """The app."""

    name = "regie.indicators"
    verbose_name = "Indicatoren"
