"""Figures: intervals and small-cell rules, pure."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """The app."""

    name = "regie.figures"
    verbose_name = "Cijfers"
