"""Demo: invented people, made by calling verbs as a user would; it refuses to load in production."""

from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class DemoConfig(AppConfig):
    """The app."""

    name = "regie.demo"
    verbose_name = "Demo"

    def ready(self) -> None:
        """Bars the demo from production."""
        if settings.MODE == "production":
            raise ImproperlyConfigured("The demo with its invented people does not load in production.")
