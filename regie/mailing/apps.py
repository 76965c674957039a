"""Mailing: who asked for mail, the mails that say how many things call, and what came of each."""

from django.apps import AppConfig


class MailingConfig(AppConfig):
    """The app."""

    name = "regie.mailing"
    verbose_name = "Mail"
