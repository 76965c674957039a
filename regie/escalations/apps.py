"""Escalations: a barrier that rises a level, who answers for it there, and what was answered."""

from django.apps import AppConfig


class EscalationsConfig(AppConfig):
    """The app."""

    name = "regie.escalations"
    verbose_name = "Opschalen"
