"""Approach: the national, regional and local layers of rules, each version kept."""

from django.apps import AppConfig


class ApproachConfig(AppConfig):
    """The app."""

    name = "regie.approach"
    verbose_name = "Aanpak"
