"""The gallery: every component of Regie in every state, on one page."""

from django.apps import AppConfig


class GalleryConfig(AppConfig):
    """A front with one page, for who builds and for who judges."""

    name = "regie.gallery"
