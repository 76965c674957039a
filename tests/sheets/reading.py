"""Reads a sheet back, as a program that reads it aloud does."""

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import page
import pypdf
from pypdf._cmap import get_encoding  # what a code of a font is as a letter; only there
from pypdf.generic import ContentStream

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)

LENGTH = "STREAM-LENGTH"
READ = ("H1", "H2", "H3", "P", "LI", "TD", "TH")  # what is read in one breath
Marked = dict[int | None, str]


def said(pdf: bytes) -> str:
    """Its words in one line, page after page."""
    return " ".join(" ".join(one.extract_text() for one in pages(pdf)).split())


def pages(pdf: bytes) -> list[pypdf.PageObject]:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages


def tags(pdf: bytes) -> list[str]:
    """What each thing on it is to a program that reads aloud, in the order of reading: H2, P, LI."""
    return list(_tagged(pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]))


def _tagged(node: Any) -> Iterator[str]:
    if not isinstance(node, pypdf.generic.DictionaryObject):
        return
    if "/S" in node:
        yield node["/S"].removeprefix("/")
    under = node.get("/K", [])
    for one in under if isinstance(under, list) else [under]:
        yield from _tagged(one.get_object())


def aloud(pdf: bytes) -> list[tuple[str, str]]:
    """What a program says that reads it aloud: each heading and line with its tag, in the order of the tags."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    marked = {one.indirect_reference.idnum: _marked(one) for one in reader.pages if one.indirect_reference}
    said: list[tuple[str, str]] = []
    for tag, text in _spoken(reader.trailer["/Root"]["/StructTreeRoot"], marked, 0):
        if tag in READ:
            said.append((tag, ""))
        elif text and said:
            said[-1] = (said[-1][0], f"{said[-1][1]} {text}")
    lines = [(tag, " ".join(text.split())) for tag, text in said]
    return [(tag, text) for tag, text in lines if text]


def _spoken(node: Any, marked: dict[int, Marked], page_number: int) -> Iterator[tuple[str, str]]:
    """A tag where it begins, and what is said within it; what has no tag (a rule, a page number) is not said."""
    node = node.get_object()
    if isinstance(node, int):
        yield "", marked[page_number][int(node)]
        return
    if "/Pg" in node:
        page_number = node.raw_get("/Pg").idnum
    if "/MCID" in node:
        yield "", marked[page_number][node["/MCID"]]
        return
    yield node.get("/S", "").removeprefix("/"), ""
    under = node.get("/K", [])
    for one in under if isinstance(under, list) else [under]:
        yield from _spoken(one, marked, page_number)


def _marked(one: pypdf.PageObject) -> Marked:
    """The text of each piece that a tag can name, by its number on this page."""
    said: Marked = defaultdict(str)
    within: list[int | None] = []
    letters: dict[Any, Any] = {}
    for told, order in ContentStream(one.get_contents(), one.pdf).operations:
        if order in (b"BDC", b"BMC"):
            named = told[1] if len(told) > 1 else {}
            within.append(named.get("/MCID") if isinstance(named, dict) else None)
        elif order == b"EMC":
            within.pop()
        elif order == b"Tf":
            letters = get_encoding(one["/Resources"]["/Font"][told[0]].get_object())[1]
        elif order in (b"Tj", b"TJ"):
            number = next((mark for mark in reversed(within) if mark is not None), None)
            said[number] += _letters(told[0], letters)
    return said


def _letters(shown: Any, letters: dict[Any, Any]) -> str:
    """Two bytes are a letter; a number between them only moves the pen."""
    pieces = shown if isinstance(shown, list) else [shown]
    codes = [piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes")]
    return "".join(
        letters[code[at : at + 2].decode("utf-16-be")] for code in codes for at in range(0, len(code), 2)
    )


def faults(pdf: bytes) -> list[str]:
    """What keeps it from being read aloud (PDF/UA-1) and from being kept for long (PDF/A-2a)."""
    # A stream that happens to end in a CR, before the LF that Typst writes, is one byte too short to the validator.
    reports = (page.validate_pdf_bytes(pdf, profile=profile) for profile in PROFILES)
    failures = [one for report in reports for one in report.failures]
    return [
        f"{one.rule_id}: {one.message}"
        for one in failures
        if not (_ends_in_cr(pdf) and LENGTH in one.rule_id)
    ]


def _ends_in_cr(pdf: bytes) -> bool:
    return b"\r\nendstream" in pdf
