"""Recognition: what a text of nobody's layout says. Pure: text in, findings out."""

from django.apps import AppConfig


class RecognitionConfig(AppConfig):
    """The app."""

    name = "regie.recognition"
    verbose_name = "Herkennen"
