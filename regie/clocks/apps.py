"""Clocks: what follows from the facts and the calendar; kept is only what was done with a term, and what came of it."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """The app."""

    name = "regie.clocks"
    verbose_name = "Klokken"
