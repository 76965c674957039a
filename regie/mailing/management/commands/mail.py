"""bin/manage mail prepare|work: makes the mails of today, or keeps making and sending them until it is told to stop."""

import logging
import signal
import time
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from regie.base.actors import Actor, ActorKind
from regie.base.clock import now
from regie.mailing.actions import prepare, tidy_queue

PREPARE = Actor(ActorKind.JOB, "mail", "Mail klaarzetten")
EVERY = 15 * 60  # seconds between two rounds
LOOK = 5  # seconds between two looks at the queue
log = logging.getLogger(__name__)


class Command(BaseCommand):
    """`work` ends when it is told to (SIGTERM, Ctrl-C), after the mail that it is at."""

    help = "Makes the mails of today, once (prepare) or again and again, and then sends them too (work)."
    stopping = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["prepare", "work"])

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "work":
            self._work()
            return
        made = prepare(by=PREPARE, at=now())
        self.stdout.write(f"{made.made} {'mail' if made.made == 1 else 'mails'} klaargezet.")

    def _work(self) -> None:
        logging.getLogger("django_tasks").setLevel(logging.WARNING)
        self.worker = Worker(
            queue_names=["default"],
            interval=LOOK,
            batch=True,  # what is due now, and then back to us
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        last_round = -float(EVERY)
        while not self.stopping:
            if time.monotonic() - last_round >= EVERY and self._survived(self._round):
                last_round = time.monotonic()
            self._survived(self.worker.run)
            self._rest()

    def _round(self) -> None:
        prepare(by=PREPARE, at=now())
        tidy_queue(at=now())

    def _survived(self, deed: Callable[[], None]) -> bool:
        """Whether it went well; a database that is away for a moment may not be the end of all mail."""
        try:
            deed()
        except DatabaseError:
            log.exception("The database did not answer; trying again in a moment.")
            connection.close()
            return False
        return True

    def _rest(self) -> None:
        """Sleeps in short steps, to hear soon that it is to stop."""
        until = time.monotonic() + LOOK
        while not self.stopping and time.monotonic() < until:
            time.sleep(0.25)

    def _stop(self, number: int, frame: Any) -> None:
        self.stopping = True
        self.worker.running = False
