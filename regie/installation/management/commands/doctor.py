"""bin/manage doctor [--unsafe]: names each problem of this installation, and its mend."""

import itertools
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from regie.base.clock import now
from regie.installation.database import database_problems
from regie.installation.machine import backup_problems, disk_problems, folder_problems, mail_problems
from regie.installation.mailing import mailing_problems
from regie.installation.papers import paper_problems, vault_problems
from regie.installation.rules import Problem


class Command(BaseCommand):
    """One line for each problem, and an error at the end; config/manage.py looked at the settings first."""

    help = "Names each problem of this installation and how to mend it."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unsafe", action="store_true", help="only what keeps Regie from starting")

    def handle(self, *args: Any, **options: Any) -> None:
        found = self._unsafe() if options["unsafe"] else self._all()
        for problem in found:
            self.stdout.write(str(problem))
        if found:
            raise CommandError(f"{len(found)} {'punt' if len(found) == 1 else 'punten'} om te herstellen.")
        if not options["unsafe"]:
            self.stdout.write("Alles in orde.")

    def _unsafe(self) -> list[Problem]:
        found = itertools.chain(folder_problems(), vault_problems(), database_problems(at=now()))
        return [problem for problem in found if problem.unsafe]

    def _all(self) -> list[Problem]:
        computer = [*disk_problems(), *mail_problems(), *backup_problems(at=now())]
        papers = [*vault_problems(), *paper_problems()]
        return [
            *folder_problems(),
            *database_problems(at=now()),
            *computer,
            *mailing_problems(at=now()),
            *papers,
        ]
