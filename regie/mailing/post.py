"""Hands a mail over to the mail server, and knows what came of it."""

import contextlib
import smtplib
from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends import smtp

UNUSABLE_ADDRESS = 553  # what a mail server says of an address that cannot be


@dataclass(frozen=True)
class HandedOver:
    """Whether the server took it, or else what it answered; `in_doubt` is that it was sent and nothing was heard."""

    taken: bool
    code: int | None = None
    in_doubt: bool = False


class Line:
    """A line to a mail server that knows whether a mail is under way: sent, and not answered yet.

    Only the go-ahead for a mail is 354; whoever is lost between that and the next answer leaves us in doubt.
    """

    under_way = False

    def getreply(self) -> tuple[int, bytes]:
        """The answer of the server."""
        code, said = super().getreply()  # type: ignore[misc]
        if code > 0:
            self.under_way = code == 354
        return code, said


class PlainLine(Line, smtplib.SMTP):
    """One that begins in the clear."""


class SecureLine(Line, smtplib.SMTP_SSL):
    """One that is encrypted from the start."""


class EmailBackend(smtp.EmailBackend):
    """Django's own, over a line that knows whether a mail is under way."""

    @property
    def connection_class(self) -> Any:
        """The line."""
        return SecureLine if self.use_ssl else PlainLine


def hand_over(mail: EmailMultiAlternatives) -> HandedOver:
    """Sends it once. What went wrong before the mail itself was sent is never in doubt."""
    try:
        mail.message()
    except ValueError:  # an address with a line end in it, or with no domain: no server would take it
        return HandedOver(False, UNUSABLE_ADDRESS)
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        # A name or password that is not right is ours to mend, whatever the code: it says nothing of the address.
        code = _code(error)
        return HandedOver(False, code if code and code < 500 else None)
    line = getattr(connection, "connection", None)
    try:
        connection.send_messages([mail])
    except (OSError, smtplib.SMTPException, ValueError) as error:
        # Another backend than ours does not say how far it came.
        return HandedOver(False, _code(error), in_doubt=getattr(line, "under_way", True))
    finally:
        with contextlib.suppress(OSError, smtplib.SMTPException):  # saying goodbye changes nothing
            connection.close()
    return HandedOver(True)


def _code(error: Exception) -> int | None:
    """What the server answered; of one that was refused for each address, the answer for the first."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next((code for code, _ in error.recipients.values()), None)
    code = getattr(error, "smtp_code", None)
    return code if isinstance(code, int) and code > 0 else None
