"""bin/manage approach load FILE… | export LAYER [NAME]: brings the layers in, and writes one out as it is kept."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from regie.approach.actions import load
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.base.actors import Actor, ActorKind
from regie.base.clock import now
from regie.base.errors import DomainError

LOADER = Actor(ActorKind.JOB, "approach", "Beheerder van de installatie")


class Command(BaseCommand):
    """`load` takes files or a folder, all or nothing; `export` prints the last edition of a layer, byte for byte."""

    help = "Loads the layers of the approach from YAML, or prints one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["load", "export"])
        parser.add_argument(
            "names", nargs="+", help="files or a folder; or a layer and its region or CBS code"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "load":
            self._load([Path(name) for name in options["names"]])
        else:
            self._export(*options["names"])

    def _load(self, paths: list[Path]) -> None:
        files = [
            file for path in paths for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])
        ]
        if not files:
            raise CommandError("In deze map staat geen bestand dat op .yaml eindigt.")
        refused: list[str] = []
        with transaction.atomic():
            for file in files:
                try:
                    edition = load(self._text(file), filename=file.name, by=LOADER, at=now())
                    self.stdout.write(f"{file.name}: {edition}, {edition.hash[:12]}")
                except DomainError as error:
                    refused.append(error.sentence)
            if refused:
                raise CommandError("\n".join(["Er is niets geladen.", *refused]))

    def _text(self, file: Path) -> str:
        try:
            return file.read_bytes().decode()  # as it is: reading as text would change the ends of its lines
        except (OSError, UnicodeDecodeError):
            raise CommandError(f"{file}: dit bestand is niet te lezen als tekst (UTF-8).") from None

    def _export(self, layer: str, name: str = "") -> None:
        if layer not in Layer.values:
            raise CommandError(f"Kies een laag uit {', '.join(Layer.values)}.")
        kept = Edition.objects.filter(layer=layer)
        kept = kept.filter(region__name=name) if layer == Layer.REGIONAL else kept
        kept = kept.filter(municipality__cbs_code=name) if layer == Layer.LOCAL else kept
        last = kept.latest_to_begin()
        if last is None:
            raise CommandError("Die laag is er niet.")
        self.stdout.write(last.text, ending="")
