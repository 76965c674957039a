"""Everything an answer tells, in whatever wrapping: head, cookies, page, attachment."""

import base64
import binascii
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from urllib.parse import unquote_plus

import brotli
from django.core import mail
from django.http.response import HttpResponseBase

STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
DATA = re.compile(rb"base64,([A-Za-z0-9+/=\s]{8,})")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
DEEPEST = 3


def told_by(response: HttpResponseBase) -> str:
    """All that this answer tells, as one text."""
    head = [f"{name}: {value}" for name, value in response.items()]
    cookies = [morsel.OutputString() for morsel in response.cookies.values()]
    body = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    return "\n".join([*(unquote_plus(line) for line in head + cookies), *readings(body)])


def told_by_mail() -> str:
    """All that the mail of this test tells."""
    return "\n".join(reading for message in mail.outbox for reading in readings(message.message().as_bytes()))


def readings(body: bytes, *, depth: int = 0) -> Iterator[str]:
    """The texts in these bytes: as they stand, unescaped, and of everything that is packed in them."""
    plain = body.decode("utf-8", "replace")
    yield plain
    unescaped = html.unescape(ESCAPED.sub(lambda code: chr(int(code[1], 16)), unquote_plus(plain)))
    if unescaped != plain:
        yield unescaped
    if "\x00" in plain:
        yield body.decode("utf-16", "replace")
    if depth < DEEPEST:
        for inner in _unpacked(body):
            yield from readings(inner, depth=depth + 1)


def _unpacked(body: bytes) -> Iterator[bytes]:
    """What is packed in these bytes: a zip (xlsx, docx, odt), gzip, brotli, the streams of a PDF, data: addresses."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            yield from (name.encode() + b"\n" + archive.read(name) for name in archive.namelist())
    elif body.startswith(b"\x1f\x8b"):
        yield gzip.decompress(body)
    elif body.startswith(b"%PDF"):
        yield from (_inflated(stream) for stream in STREAM.findall(body))
    elif "\ufffd" in body.decode("utf-8", "replace"):  # brotli has no mark of its own
        yield _unbrotlied(body)
    for encoded in DATA.findall(body):
        yield _decoded(encoded)


def _inflated(stream: bytes) -> bytes:
    try:
        # ")Tj" and "(" may stand between the letters of one word.
        return re.sub(rb"\)\s*-?[\d.]*\s*\(", b"", zlib.decompressobj().decompress(stream))
    except zlib.error:
        return stream


def _unbrotlied(body: bytes) -> bytes:
    try:
        return bytes(brotli.decompress(body))
    except brotli.error:
        return b""


def _decoded(encoded: bytes) -> bytes:
    try:
        return base64.b64decode(encoded)
    except binascii.Error:
        return b""
