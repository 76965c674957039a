"""What the tests of mail do: somebody asks for it, it is made, and it is sent to a real mail server."""

import json
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

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
