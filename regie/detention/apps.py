"""Detention: sentences, stays and release dates, as facts about a young person."""

from django.apps import AppConfig


class DetentionConfig(AppConfig):
    """The app."""

    name = "regie.detention"
    verbose_name = "Detentie"
