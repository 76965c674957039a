"""What the tests of mail can ask for: a real mail server."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.mailing.office import MailServer, mail_server


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
