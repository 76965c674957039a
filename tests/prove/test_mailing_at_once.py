"""Two jobs make the same mails, two workers send the same one, and a worker dies in the middle: it is sent at most once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.mailing.office import MailServer, mail_server
from tests.prove import acts, looking, mailing
from tests.prove.office import Office, overlap
from tests.prove.scratch import ROOT

pytestmark = pytest.mark.prove

ROUNDS = 12
REALLY_AT_ONCE = 3
MONDAY = datetime(2031, 6, 2, 9, tzinfo=UTC)  # long from now: everything that was told is due
PATIENCE = 60  # seconds


@pytest.fixture(autouse=True)
def afterwards_all_is_sound(office: Office) -> Iterator[None]:
    yield
    assert office.alone(partial(looking.complaints)) == []


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailServer]:
    with mail_server(tmp_path_factory.mktemp("mail")) as server:
        yield server


def test_two_jobs_make_each_mail_once_and_tell_it_once(office: Office):
    office.alone(partial(mailing.ask_mail, by="noor"))
    together = 0
    for turn in range(ROUNDS):
        office.alone(partial(acts.guide, by="noor", name=f"Jayden {turn}"))
        before, told, _ = office.alone(partial(mailing.mails))
        at = (MONDAY + turn * timedelta(weeks=1)).isoformat()
        outcomes = office.at_once(*[partial(mailing.make_mail, at=at)] * 2)
        together += overlap(outcomes)
        made = sum(outcome.made for outcome in outcomes)
        after, told_now, twice = office.alone(partial(mailing.mails))
        assert (after - before, made, twice) == (made, 1, 0)
        assert told_now > told
    assert together >= REALLY_AT_ONCE


def test_two_workers_send_a_mail_once(office: Office, post: MailServer):
    office.alone(partial(mailing.ask_mail, by="sem", address="sem@example.nl"))
    together = 0
    for turn in range(ROUNDS):
        address = f"sem@nr{turn}.example.org"
        office.alone(partial(mailing.move_to, name="Sem", address=address))
        mail = office.alone(partial(mailing.write_mail, name="Sem", days=turn))
        outcomes = office.at_once(*[partial(mailing.send_mail, mail=mail, port=post.port)] * 2)
        together += overlap(outcomes)
        assert sorted(outcome.made for outcome in outcomes) == ["", "sent"]
        assert office.alone(partial(mailing.became_of, mail=mail)) == ["taken", "sent"]
        assert len(post.took(address)) == 1
    assert together >= REALLY_AT_ONCE


class Work:
    """bin/manage mail work, in a process of its own."""

    def __init__(self, office: Office, post: MailServer) -> None:
        told = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "REGIE_EMAIL_HOST": "127.0.0.1",
            "REGIE_EMAIL_PORT": str(post.port),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.manage", "mail", "work"], cwd=ROOT, env=office.environment | told
        )

    def kill(self) -> None:
        """Ends it in the middle of whatever it does."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def stop(self) -> int:
        """Tells it to stop, and answers how it ended."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@pytest.fixture
def work(office: Office, post: MailServer) -> Iterator[Callable[[], Work]]:
    """Starts workers, and leaves none behind."""
    started: list[Work] = []

    def start() -> Work:
        started.append(Work(office, post))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.kill()


def until(look: Callable[[], Any]) -> None:
    """Waits for something; fails when it does not come."""
    end = time.monotonic() + PATIENCE
    while not look():
        assert time.monotonic() < end, "It did not come."
        time.sleep(0.05)


@pytest.mark.parametrize(("mood", "maybe"), [("hangs", 0), ("silent", 1)], ids=["before", "after"])
def test_a_worker_is_killed_before_or_after_the_mail_went(
    office: Office, post: MailServer, work: Callable[[], Work], tmp_path: Path, mood: str, maybe: int
):
    address, name = f"{mood}@{tmp_path.name}.example.org", {"hangs": "Bas", "silent": "Noor"}[mood]
    by = name.lower()
    office.alone(partial(mailing.move_to, name=name, address=f"{by}@example.nl"))
    office.alone(partial(mailing.ask_mail, by=by, address=address))
    mail = office.alone(partial(mailing.write_mail, name=name, queued=True))
    became = partial(office.alone, partial(mailing.became_of, mail=mail))
    doomed = work()
    until(lambda: became() == ["taken"] and len(post.took(address)) == maybe)
    doomed.kill()
    office.alone(partial(mailing.move_to, name=name, address=f"{by}@{tmp_path.name}.example.org"))
    next_one = office.alone(partial(mailing.write_mail, name=name, queued=True))
    other = work()
    until(lambda: office.alone(partial(mailing.became_of, mail=next_one)) == ["taken", "sent"])
    assert other.stop() == 0  # it did what there was to do, and left this one alone
    assert became() == ["taken"]
    assert office.alone(partial(mailing.settle_mail)) >= 1
    assert became() == ["taken", "uncertain"]
    assert len(post.took(address)) == maybe


def test_a_worker_finishes_the_mail_that_it_is_at(office: Office, post: MailServer, work: Callable[[], Work]):
    office.alone(partial(mailing.move_to, name="Fatima", address="fatima@example.nl"))
    office.alone(partial(mailing.ask_mail, by="fatima", address="hangs@stopping.example.org"))
    mail = office.alone(partial(mailing.write_mail, name="Fatima", queued=True))
    became = partial(office.alone, partial(mailing.became_of, mail=mail))
    busy = work()
    until(lambda: became() == ["taken"])
    assert busy.stop() == 0
    assert became() == ["taken", "delayed"]
