"""Envelopes: what a telephone sealed to us without a network, and cannot open again itself (HPKE, RFC 9180)."""

import base64

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from django.conf import settings

from regie.privacy.encryption import Unreadable
from regie.privacy.keys import derive

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class KeyGone(Unreadable):
    """Sealed to a key that is not in REGIE_DEVICE_KEYS (any more)."""


def newest_key() -> tuple[int, str]:
    """The number of the key to which a telephone seals now, and its public half in base64: nothing secret."""
    key_id = max(settings.REGIE_DEVICE_KEYS)
    return key_id, base64.b64encode(_private(key_id).public_key().public_bytes_raw()).decode()


def open_envelope(sealed: bytes, *, key_id: int, about: str) -> bytes:
    """What was sealed `about` this: the same bytes sealed about something else do not open. Raises Unreadable."""
    if key_id not in settings.REGIE_DEVICE_KEYS:
        raise KeyGone(f"Key {key_id} is not in REGIE_DEVICE_KEYS.")
    try:
        return SUITE.decrypt(sealed, _private(key_id), info=about.encode())
    except (InvalidTag, ValueError):
        raise Unreadable("Changed, cut off, or sealed about something else.") from None


def _private(key_id: int) -> X25519PrivateKey:
    """Any 32 bytes are a key of X25519: ours are drawn from the secret, as every key of this installation."""
    return X25519PrivateKey.from_private_bytes(derive(settings.REGIE_DEVICE_KEYS[key_id], "devices"))
