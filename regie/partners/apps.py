"""Partners: the organisations of the chain."""

from django.apps import AppConfig


class PartnersConfig(AppConfig):
    """The app."""

    name = "regie.partners"
    verbose_name = "Partners"
