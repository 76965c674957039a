"""bin/manage facilities load [FILE]: brings the list of facilities in."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.base.actors import Actor, ActorKind
from regie.base.clock import now
from regie.base.errors import DomainError
from regie.partners.actions import load_facilities

SHIPPED = Path(__file__).resolve().parents[4] / "facilities/netherlands.yaml"
LOADER = Actor(ActorKind.JOB, "facilities", "Beheerder van de installatie")


class Command(BaseCommand):
    """`load` takes the list that Regie ships, or another; all or nothing."""

    help = "Loads the list of facilities from YAML."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["load"])
        parser.add_argument("file", nargs="?", type=Path, default=SHIPPED)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            text = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            raise CommandError(f"{file}: dit bestand is niet te lezen als tekst (UTF-8).") from None
        try:
            loaded = load_facilities(text, by=LOADER, at=now())
        except DomainError as error:
            raise CommandError(f"Er is niets geladen.\n{file.name}, {error.sentence}") from None
        self.stdout.write(
            f"{loaded.added} toegevoegd, {loaded.changed} bijgewerkt, {loaded.same} bleven gelijk."
        )
