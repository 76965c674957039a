"""bin/manage contacts index: makes the stems anew by which contact is found."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from regie.contacts.models import ContactMoment


class Command(BaseCommand):
    """After another way of making stems, or when rows were brought in past the verbs."""

    help = "Makes the stems of all contact anew; nothing else changes, and people can work meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["index"])

    def handle(self, *args: Any, **options: Any) -> None:
        number = ContactMoment.objects.all().write_stems()
        self.stdout.write(
            f"{number} {'contact is' if number == 1 else 'contacten zijn'} op woorden te vinden."
        )
