"""Reads a sheet back, as a program that reads it aloud does."""

import io
from collections.abc import Iterator
from typing import Any

import page
import pypdf

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)

LENGTH = "STREAM-LENGTH"


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
