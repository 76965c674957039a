"""bin/manage backup [--to DIR] [--keep N]: one encrypted file of everything, while people work."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.base.clock import now
from regie.base.errors import DomainError
from regie.installation.backups import back_up

FORTNIGHT = 14


class Command(BaseCommand):
    """Makes the file whole or not at all, and keeps the last ones. The keys (REGIE_*) are not in it."""

    help = "Makes one encrypted backup of the database; people can go on working."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=settings.REGIE_BACKUPS, help="the folder")
        parser.add_argument("--keep", type=int, default=FORTNIGHT, help="how many of the last ones stay")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["to"] is None:
            raise CommandError("Noem de map: bin/manage backup --to MAP, of zet haar in REGIE_BACKUPS.")
        if options["keep"] < 1:
            raise CommandError("Bewaar er minstens één: --keep 1 of meer.")
        try:
            path = back_up(options["to"], key=settings.REGIE_BACKUP_KEY, keep=options["keep"], at=now())
        except DomainError as error:
            raise CommandError(error.sentence) from None
        except OSError as error:
            raise CommandError(f"Er is geen reservekopie gemaakt: {error}.") from None
        self.stdout.write(f"Reservekopie gemaakt: {path}")
        self.stdout.write("De sleutels (REGIE_…) zitten er niet in. Die liggen in de kluis.")
