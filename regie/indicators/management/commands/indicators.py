"""bin/manage indicators load [FILE…]: brings the indicators in that Regie ships, or others."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.base.actors import Actor, ActorKind
from regie.base.clock import now
from regie.base.errors import DomainError
from regie.indicators.actions import load_indicators

SHIPPED = Path(__file__).resolve().parents[4] / "indicators/national.yaml"
LOADER = Actor(ActorKind.JOB, "indicators", "Beheerder van de installatie")


class Command(BaseCommand):
    """`load` takes the national file that Regie ships, or others; each file whole or not at all."""

    help = "Loads indicators with their definitions and figures from YAML."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["load"])
        parser.add_argument("files", nargs="*", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        for file in options["files"] or [SHIPPED]:
            self._load(file)

    def _load(self, file: Path) -> None:
        try:
            text = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            raise CommandError(f"{file}: dit bestand is niet te lezen als tekst (UTF-8).") from None
        try:
            loaded = load_indicators(text, by=LOADER, at=now())
        except DomainError as error:
            raise CommandError(f"Er is niets geladen.\n{file.name}, {error.sentence}") from None
        self.stdout.write(
            f"{file.name}: {loaded.added} toegevoegd, {loaded.changed} bijgewerkt, {loaded.same} bleven gelijk."
        )
