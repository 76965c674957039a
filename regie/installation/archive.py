"""A backup as a file: lines of JSON, pressed together and encrypted with age; what is damaged is refused."""

import io
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pyrage

from regie.base.errors import NotValid
from regie.privacy import vault

PART = ".part"  # ends the name of what is not whole yet
DAMAGED = "Dit bestand is geen volledige reservekopie: het is beschadigd, afgebroken of iets anders. Neem een andere."
WRONG_KEY = (
    "Deze sleutel past niet op deze reservekopie. Zoek de sleutel die bij deze installatie in de kluis ligt."
)


def locks_with(key: str) -> Any:
    """The key that locks, as it stands in REGIE_BACKUP_KEY; raises NotValid."""
    try:
        return pyrage.x25519.Recipient.from_str(key.strip())
    except pyrage.RecipientError:
        raise NotValid(
            "REGIE_BACKUP_KEY ontbreekt of is geen sleutel. Maak een nieuw paar met bin/manage secrets."
        ) from None


def opens_with(key: str) -> Any:
    """The key that opens, as it lies in the safe; raises NotValid."""
    told = [line.strip() for line in key.splitlines() if line.strip().startswith("AGE-SECRET-KEY-")]
    try:
        return pyrage.x25519.Identity.from_str(told[0])
    except (IndexError, pyrage.IdentityError):
        raise NotValid("Dit is geen sleutel die opent. Die begint met AGE-SECRET-KEY-1.") from None


def write(path: Path, lines: Iterable[str], recipient: Any) -> None:
    """Writes a file that is there whole or not at all: under another name first, and on the disk before it is named."""
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _encrypt(lines, file, recipient)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    vault.settle(path.parent)


def _encrypt(lines: Iterable[str], file: Any, recipient: Any) -> None:
    pressed = Pressed(lines)
    try:
        pyrage.encrypt_io(pressed, file, [recipient])
    except pyrage.EncryptError:
        if pressed.problem:  # what was wrong with the lines, and not that encrypting failed by it
            raise pressed.problem from None
        raise


def read(path: Path, identity: Any, take: Callable[[Any], None]) -> None:
    """Hands over every line; raises NotValid when the file is not whole. Until it returns nothing is certain."""
    unpacked = Unpacked(take)
    try:
        with path.open("rb") as file:
            pyrage.decrypt_io(file, unpacked, [identity])
        unpacked.end()
    except FileNotFoundError:
        raise NotValid(f"{path} is er niet. Kijk de naam na.") from None
    except pyrage.DecryptError as error:
        raise NotValid(WRONG_KEY if "No matching keys" in str(error) else DAMAGED) from None
    except (OSError, zlib.error, json.JSONDecodeError, UnicodeDecodeError):
        raise NotValid(DAMAGED) from None


class Pressed(io.RawIOBase):
    """Lines as a pressed file that is read; nothing is laid down on the way."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.pieces = self._pieces(lines)
        self.left = b""
        self.problem: Exception | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """So many bytes; fewer only at the end."""
        try:
            while size < 0 or len(self.left) < size:
                self.left += next(self.pieces)
        except StopIteration:
            size = size if size >= 0 else len(self.left)
        except Exception as problem:
            self.problem = problem
            raise
        piece, self.left = self.left[:size], self.left[size:]
        return piece

    @staticmethod
    def _pieces(lines: Iterable[str]) -> Iterator[bytes]:
        press = zlib.compressobj(level=3)
        for line in lines:
            if piece := press.compress(f"{line}\n".encode()):
                yield piece
        yield press.flush()


class Unpacked:
    """A pressed file that is written to, and hands over its lines."""

    def __init__(self, take: Callable[[Any], None]) -> None:
        self.take = take
        self.unpack = zlib.decompressobj()
        self.left = b""

    def write(self, piece: bytes) -> int:
        """Hands over every line that is whole."""
        *lines, self.left = (self.left + self.unpack.decompress(piece)).split(b"\n")
        for line in lines:
            self.take(json.loads(line))
        return len(piece)

    def flush(self) -> None:
        """Everything was handed over already."""

    def end(self) -> None:
        """Raises NotValid when something is missing."""
        if self.left or not self.unpack.eof:
            raise NotValid(DAMAGED)
