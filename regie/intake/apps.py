"""Intake: the messages that come in, and what becomes of them before there is a referral."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The app."""

    name = "regie.intake"
    verbose_name = "Berichten"
