"""Desk: the screens of officers and coordinators."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The front."""

    name = "regie.desk"
    verbose_name = "Werkplek"
