"""What the tests of mail do: somebody asks for it, it is made, and it is sent to a real mail server."""

import email
import email.policy
import json
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from regie.accounts.models import User
from regie.mailing.actions import Prepared, deliver, prepare
from regie.mailing.enums import MailKind
from regie.mailing.models import Mail, MailChoice, MailEvent
from tests.cast import TESTER

ROOT = Path(__file__).resolve().parents[2]
BOTH = (MailKind.OVERVIEW, MailKind.ALARM)


@dataclass(frozen=True)
class MailServer:
    """Where it is, and what it took."""

    port: int
    folder: Path

    def took(self, address: str) -> list[dict[str, Any]]:
        """The mails to this address that it took, or may have taken."""
        file = self.folder / "taken"
        lines = file.read_text().splitlines() if file.exists() else []
        return [mail for mail in map(json.loads, lines) if mail["to"] == [address]]

    def letters(self, address: str) -> list[EmailMessage]:
        """The same as who has this address reads them, the last one last."""
        taken = (mail["mail"] for mail in self.took(address))
        return [email.message_from_string(one, policy=email.policy.default) for one in taken]


@contextmanager
def mail_server(folder: Path) -> Iterator[MailServer]:
    """A mail server that answers; afterwards it is gone."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.mailing.server", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        yield MailServer(int(process.stdout.readline()), folder)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture(scope="session")
def running_mail_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailServer]:
    """One for all tests: each mails an address of its own."""
    with mail_server(tmp_path_factory.mktemp("mail")) as server:
        yield server


@pytest.fixture
def post(running_mail_server: MailServer, settings: Any) -> MailServer:
    """An installation that mails by it, and does not wait long."""
    settings.EMAIL_BACKEND = "regie.mailing.post.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running_mail_server.port
    settings.EMAIL_TIMEOUT = 0.4
    settings.REGIE_SITE = "https://regie.example.org"
    return running_mail_server


def ask(user: User, *, at: datetime, asked: Collection[MailKind] = BOTH) -> MailChoice:
    """He chooses which mail he wants; both unless told otherwise."""
    return MailChoice.choose(user=user, asked=asked, by=user.acting(at), at=at)


def make(at: datetime) -> Prepared:
    """A round of the job."""
    return prepare(by=TESTER, at=at)


def send(mail: Mail, at: datetime) -> MailEvent | None:
    """A worker tries it, with the user as he stands then."""
    return deliver(Mail.objects.select_related("user").get(pk=mail.pk), by=TESTER, at=at)


def story(mail: Mail) -> list[str]:
    """What happened to a mail."""
    return [one.kind for one in mail.events.order_by("pk")]
