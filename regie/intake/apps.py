"""Intake: messages about people who are detained, from what came in to what it became."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The app."""

    name = "regie.intake"
    verbose_name = "Berichten"
