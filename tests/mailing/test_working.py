"""bin/manage mail: prepares once, or works until it is told to stop."""

import signal
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core import mail as sent
from django.core.management import call_command
from django.db import OperationalError
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from regie.base import clock
from regie.mailing.actions import queue
from regie.mailing.enums import MailKind
from regie.mailing.management.commands import mail as command
from regie.mailing.models import Mail, MailRound
from regie.mailing.rules import Counts
from tests.cast import TESTER, Cast
from tests.mailing.office import ask, story


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Tells the worker to stop when it rests for the so manieth time, as the system does."""
    heard: dict[int, Any] = {}
    monkeypatch.setattr(signal, "signal", heard.__setitem__)
    # Between two tasks a worker drops its connection; that of a test is inside the transaction of the test.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)

    def after(rests: int) -> None:
        left = iter(range(rests - 1, -1, -1))

        def rest(self: Any) -> None:
            if next(left) == 0:
                heard[signal.SIGTERM](signal.SIGTERM, None)

        monkeypatch.setattr(command.Command, "_rest", rest)

    return after


def test_prepare_says_how_many(cast: Cast):
    said = StringIO()
    call_command("mail", "prepare", stdout=said)
    assert said.getvalue() == "0 mails klaargezet.\n"
    assert MailRound.objects.count() == 1


def test_work_sends_what_is_queued_and_stops_when_told(cast: Cast, stops):
    at = clock.now()
    ask(cast.noor, at=at)
    made = Mail.write(user=cast.noor, kind=MailKind.OVERVIEW, counts=Counts(now=1), by=TESTER, at=at)
    queue(made, at=at)
    stops(1)
    call_command("mail", "work")
    assert story(made) == ["taken", "sent"]
    assert len(sent.outbox) == 1
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
    assert MailRound.objects.count() == 1


def test_work_survives_a_database_that_is_away(cast: Cast, stops, monkeypatch: pytest.MonkeyPatch, caplog):
    really, tries = command.prepare, []

    def prepare(**told: Any) -> Any:
        tries.append(told)
        if len(tries) == 1:
            raise OperationalError("server closed the connection")
        return really(**told)

    monkeypatch.setattr(command, "prepare", prepare)
    monkeypatch.setattr(command.connection, "close", lambda: None)
    stops(3)
    call_command("mail", "work")
    assert len(tries) == 2  # again at once, and then not for a quarter of an hour
    assert "did not answer" in caplog.text


def test_rest_hears_soon_that_it_is_to_stop(monkeypatch: pytest.MonkeyPatch):
    worker = command.Command()
    monkeypatch.setattr(command.time, "sleep", lambda seconds: setattr(worker, "stopping", True))
    worker._rest()
    assert worker.stopping
