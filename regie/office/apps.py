"""Office: the screens of functional managers."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The app."""

    name = "regie.office"
    verbose_name = "Beheer"
