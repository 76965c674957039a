"""Clocks: what follows from the facts and the calendar, what was done with it, and who was told."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """The app."""

    name = "regie.clocks"
    verbose_name = "Klokken"
