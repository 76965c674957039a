"""A file is text, or it is refused with a sentence that says what to do."""

import io

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from regie.base.errors import NotValid
from regie.recognition.rules import text_of


def pdf(*pages: str) -> bytes:
    made = FPDF()
    made.set_font("helvetica")
    for words in pages:
        made.add_page()
        if words:
            made.multi_cell(0, text=words)
    return bytes(made.output())


def locked(data: bytes) -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.append(PdfReader(io.BytesIO(data)))
    writer.encrypt("geheim")
    writer.write(out)
    return out.getvalue()


def test_the_text_of_a_pdf_is_read():
    text = text_of(
        pdf("Naam: Muller, Jayden\nGeboren: 17-4-2005", "Inrichting: PI Sittard"), filename="a.pdf"
    )
    assert "Naam: Muller, Jayden" in text
    assert "Inrichting: PI Sittard" in text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(locked(pdf("Naam: Muller")), id="locked"),
        pytest.param(pdf(""), id="no text, as with a picture of a page"),
        pytest.param(pdf("Naam: Muller")[:200], id="damaged"),
        pytest.param(pdf(*["Naam: Muller"] * 201), id="too many pages"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), id="a picture"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 60, id="a Word file"),
    ],
)
def test_what_cannot_be_read_is_refused_beside_the_file(data: bytes):
    with pytest.raises(NotValid) as refused:
        text_of(data, filename="bericht")
    assert refused.value.field == "file"
    assert refused.value.sentence.endswith(".")
