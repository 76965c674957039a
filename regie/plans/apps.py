"""Plans: what he wants, what is done for that and by whom, and how it stands."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The app."""

    name = "regie.plans"
    verbose_name = "Plannen"
