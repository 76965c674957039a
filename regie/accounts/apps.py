"""Accounts: regions, municipalities, staff and their roles."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app."""

    name = "regie.accounts"
    verbose_name = "Accounts"
