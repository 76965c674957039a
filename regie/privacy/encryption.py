"""Encrypts short texts with AES-256-GCM: key id (1 byte), nonce (12 bytes), text and tag."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from regie.privacy.keys import derive, field_secrets

NONCE = 12


class Unreadable(Exception):
    """Sealed with a key that is not here, or changed, or moved from another column."""


def encrypt(text: str, *, place: str) -> bytes:
    """Seals a text for one place (table.column), with the newest key."""
    key_id = max(field_secrets())
    nonce = os.urandom(NONCE)
    return bytes([key_id]) + nonce + _cipher(key_id).encrypt(nonce, text.encode(), place.encode())


def decrypt(sealed: bytes, *, place: str) -> str:
    """Opens what was sealed for this place."""
    key_id, nonce, body = sealed[0], sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
    if key_id not in field_secrets():
        raise Unreadable(f"Key {key_id} is not in REGIE_FIELD_KEYS.")
    try:
        return _cipher(key_id).decrypt(nonce, body, place.encode()).decode()
    except InvalidTag:
        raise Unreadable(f"What is stored in {place} was changed, or sealed for another place.") from None


def _cipher(key_id: int) -> AESGCM:
    return AESGCM(derive(field_secrets()[key_id], "fields"))
