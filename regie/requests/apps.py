"""Requests: what partners are asked to do for him, and what they answer."""

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """The app."""

    name = "regie.requests"
    verbose_name = "Gevraagd aan partners"
