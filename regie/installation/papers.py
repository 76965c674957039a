"""What the doctor finds of papers: the vault, its files, and the virus scanner."""

from collections.abc import Iterator

from django.conf import settings
from django.db import DatabaseError

from regie.installation.queries import is_ready
from regie.installation.rules import Problem
from regie.plans.queries import kept_files
from regie.privacy import scanner, vault

OTHERS_MAY = 0o077
NAMED_AT_MOST = 3


def vault_problems() -> Iterator[Problem]:
    """A vault that others may look in."""
    folder = vault.folder()
    if folder.is_dir() and folder.stat().st_mode & OTHERS_MAY:
        yield Problem(
            f"Anderen op deze computer mogen in {folder}, waar de papieren liggen. Doe: chmod 700 {folder}",
            unsafe=True,
        )


def paper_problems() -> Iterator[Problem]:
    """Papers without their file, and files that nobody looks at for viruses."""
    yield from _missing()
    yield from _scanner()


def _missing() -> Iterator[Problem]:
    try:
        told = kept_files() if is_ready() else []
    except DatabaseError:  # that is said elsewhere
        return
    lying = vault.lying()
    gone = [name for name in told if name not in lying]
    if gone:
        number = "1 papier is" if len(gone) == 1 else f"{len(gone)} papieren zijn"
        named = ", ".join(gone[:NAMED_AT_MOST]) + (", …" if len(gone) > NAMED_AT_MOST else "")
        yield Problem(
            f"Van {number} het bestand weg uit {vault.folder()} ({named}). "
            "Kijk of REGIE_PAPERS de goede map noemt, of haal die bestanden uit een reservekopie."
        )


def _scanner() -> Iterator[Problem]:
    if not scanner.is_chosen():
        yield Problem(
            "Niemand kijkt papieren na op virussen. Installeer ClamAV (apt-get install clamav-daemon) en noem hem: "
            "REGIE_CLAMD=/run/clamav/clamd.ctl. Wilt u dat niet, zet dan REGIE_CLAMD=none."
        )
    elif scanner.is_there() and not scanner.answers():
        yield Problem(
            f"De virusscanner op {settings.REGIE_CLAMD} antwoordt niet: niemand kan papieren bewaren. "
            "Doe: systemctl status clamav-daemon"
        )
