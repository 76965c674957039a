"""Anonymity: whether a text lets somebody be recognised, checked against what his own file says of him."""

from django.apps import AppConfig


class AnonymityConfig(AppConfig):
    """The app."""

    name = "regie.anonymity"
    verbose_name = "Zonder namen"
