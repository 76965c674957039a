"""Clocks: what follows from the facts and the calendar; nothing is stored here."""

from django.apps import AppConfig


class ClocksConfig(AppConfig):
    """The app."""

    name = "regie.clocks"
    verbose_name = "Klokken"
