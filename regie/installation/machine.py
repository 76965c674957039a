"""What the doctor finds on the computer: its folders, its disk and its mail."""

import shutil
import smtplib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection

from regie.base.errors import NotValid
from regie.installation.archive import locks_with
from regie.installation.backups import NAMED
from regie.installation.queries import sqlite_file
from regie.installation.rules import Problem

OTHERS_MAY = 0o077
OLDEST = timedelta(days=2)
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


def backup_problems(*, at: datetime) -> Iterator[Problem]:
    """No backup, an old one, or one that nobody can make."""
    try:
        locks_with(settings.REGIE_BACKUP_KEY)
    except NotValid as error:
        yield Problem(error.sentence)
    folder = settings.REGIE_BACKUPS
    if folder is None or not folder.is_dir():
        yield Problem(
            "Er is geen map voor reservekopieën. Noem haar in REGIE_BACKUPS, liefst op een andere schijf."
        )
        return
    last = max(folder.glob(NAMED), default=None)
    if last is None:
        yield Problem(f"Er is nog geen reservekopie in {folder}. Doe: bin/manage backup")
    elif (age := at - datetime.fromtimestamp(last.stat().st_mtime, UTC)) > OLDEST:
        yield Problem(
            f"De laatste reservekopie is {age.days} dagen oud. "
            "Doe: bin/manage backup, en kijk waarom de timer niet liep."
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
