"""Sheets: what is printed, as accessible PDF."""

from django.apps import AppConfig


class SheetsConfig(AppConfig):
    """The app."""

    name = "regie.sheets"
    verbose_name = "Papier"
