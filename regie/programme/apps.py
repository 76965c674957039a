"""Programme: the plan page of an intervention, with what was written on it, planned and published."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """The app."""

    name = "regie.programme"
    verbose_name = "Programma"
