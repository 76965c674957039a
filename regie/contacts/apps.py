"""Contacts: moments of contact with a young person, made or attempted."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """The app."""

    name = "regie.contacts"
    verbose_name = "Contacten"
