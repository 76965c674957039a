"""The keys of this installation: one for each purpose, drawn from the secrets in the environment."""

import hashlib
import hmac
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


@lru_cache(maxsize=64)
def derive(secret: str, purpose: str) -> bytes:
    """A 32-byte key for one purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"regie/{purpose}".encode()).derive(
        secret.encode()
    )


def field_secrets() -> dict[int, str]:
    """Key id (1–255) → secret; the highest id encrypts, the older ones still read."""
    return dict(settings.REGIE_FIELD_KEYS)


def index_of(value: str, *, purpose: str) -> str:
    """The blind index of a value: equal values give equal indexes, and nobody can read it back (HMAC-SHA256)."""
    key = derive(settings.REGIE_INDEX_KEY, f"index/{purpose}")
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()


def seal(previous: str, content: str) -> str:
    """The hash that chains a journal entry to the one before it (HMAC-SHA256)."""
    key = derive(settings.REGIE_JOURNAL_KEY, "journal")
    return hmac.new(key, f"{previous}\n{content}".encode(), hashlib.sha256).hexdigest()
