"""bin/manage papers tidy: takes away files of which nothing tells."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from regie.base.clock import now
from regie.plans.queries import left_over
from regie.privacy import vault


class Command(BaseCommand):
    """A file is on the disk a moment before its row; when it broke off in between, the file is left over."""

    help = "Takes away files of which no paper tells, when they are a day old."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["tidy"])

    def handle(self, *args: Any, **options: Any) -> None:
        left = left_over(at=now())
        for name in left:
            vault.take_away(name)
        number = len(left)
        self.stdout.write(
            f"{number} {'bestand' if number == 1 else 'bestanden'} weggehaald waar niets van vertelt."
        )
