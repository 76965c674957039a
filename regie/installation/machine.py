"""What the doctor finds on the computer: its folders, its disk and its mail."""

import shutil
import smtplib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection

from regie.installation.queries import sqlite_file
from regie.installation.rules import Problem

OTHERS_MAY = 0o077
LEAST_ROOM = 1024**3  # bytes


def folder_problems() -> Iterator[Problem]:
    """Folders with data that others may look in, or that are not there."""
    for folder in _folders():
        if not folder.is_dir():
            yield Problem(f"De map {folder} is er niet. Doe: mkdir -m 700 -p {folder}", unsafe=True)
        elif folder.stat().st_mode & OTHERS_MAY:
            yield Problem(
                f"Anderen op deze computer mogen in {folder}, waar de gegevens staan. Doe: chmod 700 {folder}",
                unsafe=True,
            )


def disk_problems() -> Iterator[Problem]:
    """A disk that is nearly full."""
    for folder in _folders():
        if folder.is_dir() and (free := shutil.disk_usage(folder).free) < LEAST_ROOM:
            yield Problem(
                f"De schijf van {folder} is bijna vol: nog {free // 1024**2} MB. Maak ruimte of vergroot de schijf."
            )


def mail_problems() -> Iterator[Problem]:
    """A mail server that does not let us in; nothing is sent."""
    try:
        mail = get_connection()
        mail.open()
        mail.close()
    except (OSError, smtplib.SMTPException) as error:
        yield Problem(
            f"De mailserver {settings.EMAIL_HOST} antwoordt niet ({error}). "
            "Verbeter REGIE_EMAIL_HOST en de andere instellingen voor mail, of vraag uw netwerkbeheerder."
        )


def _folders() -> list[Path]:
    file = sqlite_file()
    kept = [file.parent] if file else []
    return list(dict.fromkeys([Path(settings.VAR), *kept]))
