"""Installation: whether this one is sound, and what its system manager does with it."""

from django.apps import AppConfig


class InstallationConfig(AppConfig):
    """The app."""

    name = "regie.installation"
    verbose_name = "Installatie"
