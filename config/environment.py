"""Reads Regie's settings from the environment and refuses what is unsafe."""

import os
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

DEVELOPMENT_SECRET = "not-a-secret-for-the-demo-and-the-tests-never-for-production"
SHORTEST_SECRET = 50
MOST_MEGABYTES = 100


class Fault(StrEnum):
    """What is wrong with a secret, in the words of a programmer; config/inspection.py says it to a system manager."""

    MISSING = f"is missing: set it to {SHORTEST_SECRET} random characters."
    DEVELOPMENT = "is the development secret: Regie does not start in production with it."
    SHORT = f"is too short: use at least {SHORTEST_SECRET} random characters."


class Mode(StrEnum):
    """What this process is for; without a word it is production."""

    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


def read_file() -> None:
    """Adds what stands in the file that REGIE_FILE names, NAME=value on a line; what is set already stays."""
    named = os.environ.get("REGIE_FILE", "")
    if not named:
        return
    try:
        lines = Path(named).read_text().splitlines()
    except OSError as error:
        raise ImproperlyConfigured(f"REGIE_FILE: {named} is niet te lezen ({error.strerror}).") from None
    for name, equals, value in (line.strip().partition("=") for line in lines):
        if equals and name.startswith("REGIE_"):
            os.environ.setdefault(name, value.strip().strip("\"'"))


def mode() -> Mode:
    """The mode named by REGIE_MODE."""
    try:
        return Mode(os.environ.get("REGIE_MODE", Mode.PRODUCTION))
    except ValueError:
        raise ImproperlyConfigured(
            f"REGIE_MODE is one of {', '.join(Mode)}; it is now {os.environ['REGIE_MODE']!r}."
        ) from None


def secret(name: str, running: Mode) -> str:
    """A secret of at least 50 characters; the development one only outside production."""
    value = os.environ.get(name, "")
    if running is not Mode.PRODUCTION:
        return value or DEVELOPMENT_SECRET
    return _strong(name, value)


def fault_of(value: str) -> Fault | None:
    """What is wrong with a secret, if anything."""
    if not value:
        return Fault.MISSING
    if value == DEVELOPMENT_SECRET:
        return Fault.DEVELOPMENT
    return Fault.SHORT if len(value) < SHORTEST_SECRET else None


def _strong(name: str, value: str) -> str:
    if fault := fault_of(value):
        raise ImproperlyConfigured(f"{name} {fault}")
    return value


def field_keys(running: Mode) -> dict[int, str]:
    """Key id → secret from REGIE_FIELD_KEYS ("1=…" or "1=…,2=…"); the highest id encrypts, older ones still read."""
    return _numbered("REGIE_FIELD_KEYS", running)


def device_keys(running: Mode) -> dict[int, str]:
    """The same from REGIE_DEVICE_KEYS: what opens the notes that a telephone sealed; it seals to the highest id."""
    return _numbered("REGIE_DEVICE_KEYS", running)


def _numbered(name: str, running: Mode) -> dict[int, str]:
    if running is not Mode.PRODUCTION and not os.environ.get(name):
        return {1: DEVELOPMENT_SECRET}
    pairs = [pair.strip().partition("=") for pair in os.environ.get(name, "").split(",")]
    if not all(key_id.isdigit() and 0 < int(key_id) < 256 for key_id, _, _ in pairs):
        raise ImproperlyConfigured(f"{name} is missing or not of the form 1=secret,2=secret (ids 1 to 255).")
    return {int(key_id): _strong(name, value) for key_id, _, value in pairs}


def paper_megabytes() -> int:
    """How large a paper may be, from REGIE_PAPER_MB (20): in memory it is a few times that."""
    told = os.environ.get("REGIE_PAPER_MB") or "20"
    if not told.isdigit() or not 1 <= int(told) <= MOST_MEGABYTES:
        raise ImproperlyConfigured(
            f"REGIE_PAPER_MB is a number from 1 to {MOST_MEGABYTES}; it is now {told!r}."
        )
    return int(told)


def openid_connect(running: Mode) -> dict[str, object]:
    """allauth's provider settings for single sign-on, when REGIE_OIDC_ISSUER names one."""
    issuer = os.environ.get("REGIE_OIDC_ISSUER", "")
    if not issuer:
        return {}
    if running is Mode.PRODUCTION and not issuer.startswith("https://"):
        # What the provider tells is believed because it comes over a connection that nobody can change.
        raise ImproperlyConfigured("REGIE_OIDC_ISSUER must start with https://.")
    for name in ("REGIE_OIDC_CLIENT_ID", "REGIE_OIDC_CLIENT_SECRET"):
        if not os.environ.get(name):
            raise ImproperlyConfigured(f"{name} is missing: REGIE_OIDC_ISSUER asks for it.")
    app = {
        "provider_id": "gemeente",
        "name": os.environ.get("REGIE_OIDC_NAME", "uw gemeente"),
        "client_id": os.environ.get("REGIE_OIDC_CLIENT_ID", ""),
        "secret": os.environ.get("REGIE_OIDC_CLIENT_SECRET", ""),
        "settings": {
            "server_url": issuer,
            "oauth_pkce_enabled": True,
            "token_auth_method": "client_secret_basic",
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def openid_connect_origins() -> list[str]:
    """Where a browser is sent to sign in; other origins the provider uses stand in REGIE_OIDC_ORIGINS."""
    issuer = urlsplit(os.environ.get("REGIE_OIDC_ISSUER", ""))
    others = os.environ.get("REGIE_OIDC_ORIGINS", "").split()
    return [f"{issuer.scheme}://{issuer.netloc}", *others] if issuer.netloc else []


def hosts(running: Mode) -> list[str]:
    """The host names that Regie answers to, from REGIE_HOSTS (comma between them)."""
    named = [host.strip() for host in os.environ.get("REGIE_HOSTS", "").split(",") if host.strip()]
    if running is Mode.PRODUCTION and (not named or "*" in named):
        raise ImproperlyConfigured("REGIE_HOSTS must name the host names of this installation, without '*'.")
    return named or ["localhost", "127.0.0.1"]


def database(folder: Path) -> dict[str, object]:
    """SQLite in a folder of our own, or PostgreSQL when REGIE_DATABASE_URL names one."""
    url = os.environ.get("REGIE_DATABASE_URL", "")
    return postgresql(url) if url else sqlite(Path(os.environ.get("REGIE_SQLITE", folder / "regie.sqlite3")))


def sqlite(path: Path) -> dict[str, object]:
    """One file; writers queue at the start of a transaction instead of failing half-way."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA cache_size=-64000;",
        },
    }


def postgresql(url: str) -> dict[str, object]:
    """A pooled connection to postgresql://user:password@host:port/name (or a socket folder as ?host=)."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("REGIE_DATABASE_URL starts with postgresql://.")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 4, "timeout": 5}
        },  # a server that is gone is told soon
    }
