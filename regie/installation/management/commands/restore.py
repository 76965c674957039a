"""bin/manage restore FILE [--check] [--key FILE]: puts a backup back, or only tries it."""

import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.base.errors import DomainError
from regie.installation.backups import restore
from regie.installation.rehearsal import rehearsal
from regie.installation.tables import Sum


class Command(BaseCommand):
    """Into an empty database only; with --check in a place of its own, and nothing changes."""

    help = "Puts a backup back into an empty database, or tries it (--check)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--check", action="store_true", help="try it in a place of its own; changes nothing"
        )
        parser.add_argument(
            "--key", type=Path, help="a file with the key that opens; - reads it from the input"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            key = self._key(options["key"])
            if options["check"]:
                with rehearsal():
                    sums = restore(options["file"], key=key)
            else:
                sums = restore(options["file"], key=key)
        except DomainError as error:
            raise CommandError(error.sentence) from None
        except OSError as error:
            raise CommandError(f"Dit is niet te lezen: {error}.") from None
        self._tell(sums, checked=options["check"])

    def _key(self, file: Path | None) -> str:
        if file is None:
            return getpass("De sleutel uit de kluis (AGE-SECRET-KEY-1…): ")
        return sys.stdin.read() if str(file) == "-" else file.read_text()

    def _tell(self, sums: dict[str, Sum], *, checked: bool) -> None:
        rows = sum(of_table.rows for of_table in sums.values())
        self.stdout.write(
            f"{len(sums)} tabellen, {rows} rijen: gelijk aan de reservekopie. Het journaal klopt."
        )
        self.stdout.write(
            "Dit was een proef: er is niets veranderd."
            if checked
            else "De gegevens staan er weer. Iedereen logt opnieuw in."
        )
