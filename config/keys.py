"""bin/manage secrets: a fresh set of keys, as lines of the file with settings."""

import secrets

ABOUT = """\
# Sleutels van deze Regie, gemaakt door bin/manage secrets.
# Bewaar een afdruk in de kluis, buiten deze computer en apart van de reservekopieën:
# zonder deze sleutels is geen BSN en geen bericht meer te lezen, ook niet uit een reservekopie."""


def fresh() -> str:
    """A key for each purpose; never the same one twice."""
    lines = [ABOUT]
    lines += [f"{name}={_drawn()}" for name in ("REGIE_SECRET", "REGIE_INDEX_KEY", "REGIE_JOURNAL_KEY")]
    return "\n".join([*lines, f"REGIE_FIELD_KEYS=1={_drawn()}"])


def _drawn() -> str:
    return secrets.token_urlsafe(48)  # 64 characters
