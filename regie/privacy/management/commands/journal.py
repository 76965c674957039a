"""bin/manage journal verify | heads: whether the journal is whole, and the ends of its chains."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.privacy.models.journal import JournalEntry
from regie.privacy.queries import Head, flaws, heads


class Command(BaseCommand):
    """`heads` prints the end of every chain as JSON; `verify --heads FILE` checks all entries and those ends."""

    help = "Checks the journal (verify) or prints the end of every chain to keep elsewhere (heads)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["verify", "heads"])
        parser.add_argument("--heads", type=Path, help="a file that `journal heads` printed earlier")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "heads":
            self.stdout.write(json.dumps({code: vars(head) for code, head in heads().items()}, indent=2))
        else:
            self._verify(self._known(options["heads"]))

    def _known(self, path: Path | None) -> dict[str, Head]:
        if path is None:
            return {}
        try:
            return {code: Head(**head) for code, head in json.loads(path.read_text()).items()}
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise CommandError(f"{path} is not a file that `journal heads` printed: {error}") from error

    def _verify(self, known: dict[str, Head]) -> None:
        found = list(flaws(known))
        for flaw in found:
            self.stderr.write(f"{flaw.chain}: entry {flaw.number} {flaw.sentence}.")
        if found:
            raise CommandError("The journal is not whole.")
        self.stdout.write(f"The journal is whole: {JournalEntry.objects.count()} entries.")
