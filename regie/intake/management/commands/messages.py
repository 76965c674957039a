"""bin/manage messages destroy: destroys messages that are kept no longer; run it every day."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from regie.base.actors import Actor, ActorKind
from regie.base.clock import now
from regie.intake.actions import destroy_messages

DESTROYER = Actor(ActorKind.JOB, "messages", "Bewaartermijn van berichten")


class Command(BaseCommand):
    """Says how many were destroyed."""

    help = "Destroys messages that were decided on longer ago than the approach keeps them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["destroy"])

    def handle(self, *args: Any, **options: Any) -> None:
        number = destroy_messages(by=DESTROYER, at=now())
        self.stdout.write("1 bericht vernietigd." if number == 1 else f"{number} berichten vernietigd.")
