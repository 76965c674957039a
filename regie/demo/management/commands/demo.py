"""bin/manage demo: invented colleagues and young people, once."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from regie.base.clock import now
from regie.demo.cast import NOOR, PASSWORD
from regie.demo.load import load


class Command(BaseCommand):
    """Loads the demo when it is not there yet, and says how to sign in."""

    help = "Loads invented people, and says how to sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            made = load(at=now())
        self.stdout.write("De demo is geladen." if made else "De demo was al geladen.")
        self.stdout.write(f"Log in als {NOOR.email} met wachtwoord {PASSWORD}")
        self.stdout.write("De code voor de tweede stap staat op de pagina /demo/ van uw Regie.")
