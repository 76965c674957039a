"""Trajectories: referral, acceptance, the guidance period and who guides."""

from django.apps import AppConfig


class TrajectoriesConfig(AppConfig):
    """The app."""

    name = "regie.trajectories"
    verbose_name = "Trajecten"
