"""bin/manage terms judge: writes down what came of every term, day by day until yesterday; run it every day."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from regie.base.actors import Actor, ActorKind
from regie.base.clock import now
from regie.clocks.actions import MOST_DAYS, judge_terms

JUDGE = Actor(ActorKind.JOB, "terms", "Dagelijks nagaan van termijnen")


class Command(BaseCommand):
    """Says of how many days, and whether days are left."""

    help = "Writes down what came of every term, of each day that is over and was not judged yet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["judge"])

    def handle(self, *args: Any, **options: Any) -> None:
        done = judge_terms(by=JUDGE, at=now())
        days = "1 dag" if done.days == 1 else f"{done.days} dagen"
        self.stdout.write(f"{days} nagegaan; {done.judgements} keer vastgelegd hoe het ging.")
        if done.left:
            self.stdout.write(
                f"Nog {done.left} te gaan; het gaat met hoogstens {MOST_DAYS} per keer. Doe het nog eens."
            )
