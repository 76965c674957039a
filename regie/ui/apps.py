"""The look of Regie: templates, static files, forms."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Everything that makes a page look and read like Regie."""

    name = "regie.ui"
    label = "ui"
