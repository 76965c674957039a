"""bin/manage secrets: a fresh set of keys, as lines of the file with settings."""

import secrets

import pyrage

ABOUT = """\
# Sleutels van deze Regie, gemaakt door bin/manage secrets.
# Bewaar een afdruk in de kluis, buiten deze computer en apart van de reservekopieën:
# zonder deze sleutels is geen BSN en geen bericht meer te lezen, ook niet uit een reservekopie."""


FOR_THE_SAFE = """\
Deze sleutel opent de reservekopieën. Hij staat nergens op deze computer, en dat moet zo blijven.
Druk hem af en leg hem in de kluis:

{key}
"""


def fresh_pair() -> tuple[str, str]:
    """A key that locks backups, and what to tell of the one that opens them."""
    opens = pyrage.x25519.Identity.generate()
    return str(opens.to_public()), FOR_THE_SAFE.format(key=opens)


def fresh(locks: str) -> str:
    """A key for each purpose, never the same one twice, and the one that locks backups."""
    lines = [ABOUT]
    lines += [f"{name}={_drawn()}" for name in ("REGIE_SECRET", "REGIE_INDEX_KEY", "REGIE_JOURNAL_KEY")]
    lines += [f"{name}=1={_drawn()}" for name in ("REGIE_FIELD_KEYS", "REGIE_DEVICE_KEYS")]
    return "\n".join([*lines, f"REGIE_BACKUP_KEY={locks}"])


def _drawn() -> str:
    return secrets.token_urlsafe(48)  # 64 characters
