"""The virus scanner beside us: ClamAV, asked by its own protocol, so that a file goes to nobody outside.

The protocol is thirty lines (clamd(8), INSTREAM): a package that does the same is one more to trust with every file.
"""

import os
import socket
from contextlib import closing

from django.conf import settings

NONE = "none"  # what REGIE_CLAMD says when there is no scanner on purpose
PIECE = 64 * 1024
LONGEST = 60  # seconds: 20 MB of packed paper takes a slow computer a few


class Down(Exception):
    """The scanner does not answer, or could not look at it."""


def is_there() -> bool:
    """Whether this installation has one."""
    return settings.REGIE_CLAMD not in ("", NONE)


def is_chosen() -> bool:
    """Whether anybody said if this installation has one."""
    return settings.REGIE_CLAMD != ""


def answers() -> bool:
    """Whether it answers at all."""
    try:
        return _asked(b"zPING\0") == "PONG"
    except Down:
        return False


def found_in(content: bytes) -> str:
    """What it calls what it found, or nothing; raises Down when it cannot say."""
    pieces = [content[at : at + PIECE] for at in range(0, len(content), PIECE)]
    said = _asked(b"zINSTREAM\0", *(len(piece).to_bytes(4, "big") + piece for piece in pieces), bytes(4))
    what = said.removeprefix("stream: ")
    if what == "OK":
        return ""
    if not what.endswith(" FOUND"):
        raise Down(what or "no answer")
    return what.removesuffix(" FOUND")


def _asked(*sent: bytes) -> str:
    try:
        with closing(_line()) as line:
            for piece in sent:
                line.sendall(piece)
            return _answer(line)
    except (OSError, ValueError) as error:
        raise Down(str(error)) from error


def _answer(line: socket.socket) -> str:
    said = b""
    while b"\0" not in said and len(said) < PIECE:
        if not (more := line.recv(4096)):
            break
        said += more
    return said.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _line() -> socket.socket:
    """A path is a socket on this computer; else a computer and its port."""
    where = settings.REGIE_CLAMD.removeprefix("unix:")
    if where.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(LONGEST)
        if refused := line.connect_ex(where):
            line.close()
            raise OSError(refused, os.strerror(refused))
        return line
    host, _, port = where.removeprefix("tcp:").rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=LONGEST)
