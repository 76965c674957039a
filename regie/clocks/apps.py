"""Clocks: what follows from the facts and the calendar; what was done with a term, what came of it, who was told."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """The app."""

    name = "regie.clocks"
    verbose_name = "Klokken"
