"""Entrance: signing in, the second factor, the session, and who may come in where."""

from django.apps import AppConfig


class EntranceConfig(AppConfig):
    """The front."""

    name = "regie.entrance"
    verbose_name = "Toegang"
