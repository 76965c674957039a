"""Persons: the young people and how they are recognised."""

from django.apps import AppConfig


class PersonsConfig(AppConfig):
    """The app."""

    name = "regie.persons"
    verbose_name = "Jongeren"
