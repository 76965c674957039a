"""The reader finds a word in whatever it is packed, so that a leak cannot hide."""

import base64
import gzip
import io
import json
import zipfile
import zlib

import brotli
import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponse, StreamingHttpResponse

from tests.isolation.reading import told_by, told_by_mail

WORD = "zqzoë"


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<t>{WORD}</t>")
    return packed.getvalue()


def pdf() -> bytes:
    stream = zlib.compress(f"BT ({WORD[:2]}) -12 ({WORD[2:]}) Tj".encode())
    return b"%PDF-1.7\n1 0 obj <<>> stream\n" + stream + b"\nendstream endobj"


@pytest.mark.parametrize(
    "body",
    [
        WORD.encode(),
        b"zqzo&euml;",
        json.dumps({"name": WORD}).encode(),
        b"/?zoek=zqzo%C3%AB",
        WORD.encode("utf-16"),
        gzip.compress(WORD.encode()),
        brotli.compress(WORD.encode() * 3),
        zipped(),
        gzip.compress(zipped()),
        pdf(),
        b"<img src='data:text/plain;base64," + base64.b64encode(WORD.encode()) + b"'>",
    ],
)
def test_in_a_body(body: bytes):
    assert WORD in told_by(HttpResponse(body))
    assert WORD in told_by(StreamingHttpResponse([body]))


def test_in_a_header_and_a_cookie():
    response = HttpResponse("", headers={"Location": "/jongeren/zqzo%C3%AB/"})
    assert WORD in told_by(response)
    response = HttpResponse("")
    response.set_cookie("wie", "zqzo%C3%AB")
    assert WORD in told_by(response)


def test_in_the_mail():
    message = EmailMessage("Onderwerp", WORD, to=["noor@example.nl"])
    message.attach("lijst.xlsx", zipped())
    message.send()
    assert told_by_mail().count(WORD) >= 2
