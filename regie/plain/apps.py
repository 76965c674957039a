"""Plain: what in a text is hard to read for who reads with difficulty. Pure: text in, remarks out."""

from django.apps import AppConfig


class PlainConfig(AppConfig):
    """The app."""

    name = "regie.plain"
    verbose_name = "Gewone taal"
