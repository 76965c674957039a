"""Privacy: the journal, the access log, encrypted fields and what every field is."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """The app."""

    name = "regie.privacy"
    verbose_name = "Privacy"
