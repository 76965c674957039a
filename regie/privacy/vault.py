"""The vault: files as they were given, sealed on the disk outside every web root, each under a name that tells nothing.

A file is sealed with AES-256-GCM in pieces, so that 20 MB is never unsealed at once. The key is drawn for its name, and
the nonce counts the pieces and says which is the last one: a piece that was changed, moved, left out or cut off, and a
file under the name of another, cannot be read. It is there whole or not at all, before anything tells of it.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from regie.privacy.encryption import Unreadable
from regie.privacy.keys import derive, field_secrets

HEAD = b"REGIE\x01"  # what it is and in which form: then the number of the key, and salt
SALT, TAG = 7, 16
PIECE = 64 * 1024
PART = ".part"  # ends the name of what is not whole yet
NAMED = re.compile(r"[0-9a-f]{32}")


def folder() -> Path:
    """Where they lie; only we may look in it."""
    return Path(settings.REGIE_PAPERS)


def keep(content: bytes) -> str:
    """Seals it and lays it down; answers its name. When this returns, a power cut does not take it away."""
    name = uuid4().hex
    lay_down(name, _sealed(content, name))
    return name


def holds(name: str) -> bool:
    """Whether it lies there."""
    return _path(name).is_file()


def read(name: str) -> Iterator[bytes]:
    """What was kept, piece by piece; raises Unreadable at the first piece that is not as it was, or is not there."""
    with _path(name).open("rb") as file:
        start = file.read(len(HEAD) + 1 + SALT)
        if len(start) < len(HEAD) + 1 + SALT or not start.startswith(HEAD):
            raise Unreadable("This file is not one of the vault.")
        cipher, salt = _cipher(start[len(HEAD)], name), start[-SALT:]
        number, piece = 0, file.read(PIECE + TAG)
        while piece:
            after = file.read(PIECE + TAG)
            yield _opened(cipher, _nonce(salt, number, last=not after), piece)
            number, piece = number + 1, after
    if not number:
        raise Unreadable("This file was cut off.")


def drop(name: str) -> None:
    """Takes it away, when nothing tells of it."""
    _path(name).unlink(missing_ok=True)


def lying() -> dict[str, float]:
    """The name of each, also of what broke off, with the moment (seconds) it was written."""
    if not folder().is_dir():
        return {}
    return {path.name: path.stat().st_mtime for path in folder().iterdir() if _is_ours(path.name)}


def take_away(name: str) -> None:
    """Takes away what lies there, also what broke off."""
    if _is_ours(name):
        (folder() / name).unlink(missing_ok=True)


def sealed(name: str) -> Iterator[bytes]:
    """It as it lies there, for a backup; raises FileNotFoundError."""
    with _path(name).open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def lay_down(name: str, pieces: Iterable[bytes]) -> None:
    """Puts sealed pieces there under a name, whole or not at all."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    path = _path(name)
    part = path.with_name(f".{name}{PART}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _write(file, pieces)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    settle(path.parent)


def settle(place: Path) -> None:
    """Makes sure that the names in it survive a power cut."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def elsewhere(place: Path) -> Iterator[None]:
    """While this lasts the vault is another folder, as when a restore is tried."""
    kept = settings.REGIE_PAPERS
    settings.REGIE_PAPERS = place
    try:
        yield
    finally:
        settings.REGIE_PAPERS = kept


def _write(file: IO[bytes], pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        file.write(piece)
    file.flush()
    os.fsync(file.fileno())


def _sealed(content: bytes, name: str) -> Iterator[bytes]:
    key_id, salt = max(field_secrets()), os.urandom(SALT)
    cipher = _cipher(key_id, name)
    yield HEAD + bytes([key_id]) + salt
    last = max(len(content) - 1, 0) // PIECE
    for number in range(last + 1):
        piece = content[number * PIECE : (number + 1) * PIECE]
        yield cipher.encrypt(_nonce(salt, number, last=number == last), piece, None)


def _opened(cipher: AESGCM, nonce: bytes, piece: bytes) -> bytes:
    try:
        return cipher.decrypt(nonce, piece, None)
    except InvalidTag:
        raise Unreadable("This file was changed, cut off, or lies under the name of another.") from None


def _nonce(salt: bytes, number: int, *, last: bool) -> bytes:
    return salt + number.to_bytes(4, "big") + bytes([last])


def _cipher(key_id: int, name: str) -> AESGCM:
    if key_id not in field_secrets():
        raise Unreadable(f"Key {key_id} is not in REGIE_FIELD_KEYS.")
    return AESGCM(derive(field_secrets()[key_id], f"vault/{name}"))


def _path(name: str) -> Path:
    if not NAMED.fullmatch(name):
        raise ValueError("This is no name of the vault.")
    return folder() / name


def _is_ours(name: str) -> bool:
    return bool(NAMED.fullmatch(name.removeprefix(".").removesuffix(PART)))
