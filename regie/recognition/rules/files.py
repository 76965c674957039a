"""What was dropped, as text; or a Dutch sentence that says why it cannot be read."""

from io import BytesIO

from charset_normalizer import from_bytes
from pypdf import PdfReader

from regie.base.errors import NotValid

LARGEST = 5 * 1024 * 1024
MOST_PAGES = 200
MOST_TEXT = 2_000_000  # characters of a PDF: a page of more is no message
BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
BINARY = (
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"MZ",
    b"\x1f\x8b",
    b"RIFF",
    b"II*\0",
)
OTHER_FILES = (".docx", ".doc", ".zip", ".msg", ".xlsx", ".xls", ".odt", ".png", ".jpg", ".jpeg")
CONTROL = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\x1c\x1d\x1e\x1f")


def text_of(data: bytes, *, filename: str) -> str:
    """The text of a file; raises NotValid (field "file") when it is empty, over 5 MB, or holds no text."""
    if not data.strip():
        raise NotValid("Dit bestand is leeg.", field="file")
    if len(data) > LARGEST:
        raise NotValid("Dit bestand is groter dan 5 MB.", field="file")
    if data.startswith(BINARY) or filename.lower().endswith(OTHER_FILES):
        raise NotValid("Dit bestand is geen tekst of PDF. Open het en plak de tekst.", field="file")
    text = _pdf(data) if b"%PDF-" in data[:1024] else _decoded(data)
    return check_text(text, field="file")


def check_text(text: str, *, field: str = "text") -> str:
    """The text without a byte order mark; raises NotValid when it is empty, over 5 MB, or holds what no text holds."""
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise NotValid("Hier staat geen tekst.", field=field)
    if len(text) > LARGEST or len(text.encode("utf-8", "replace")) > LARGEST:
        raise NotValid("Deze tekst is groter dan 5 MB.", field=field)
    if not CONTROL.isdisjoint(text):
        raise NotValid("Dit is geen leesbare tekst. Plak de tekst opnieuw.", field=field)
    return text


def _decoded(data: bytes) -> str:
    bom = next((coding for mark, coding in BOMS.items() if data.startswith(mark)), None)
    for coding in (bom,) if bom else (*_wide(data), "utf-8", "cp1252"):
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(data[:100_000]).best()
    if best is None or bom:
        raise NotValid("Dit bestand is geen leesbare tekst. Open het en plak de tekst.", field="file")
    return data.decode(best.encoding, "replace")


def _wide(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark: every other byte of Dutch text is zero."""
    start = data[:2000]
    if len(start) > 3 and start[1::2].count(0) > len(start) // 3:
        return ("utf-16-le",)
    return ("utf-16-be",) if len(start) > 3 and start[0::2].count(0) > len(start) // 3 else ()


def _pdf(data: bytes) -> str:
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted
        count = 0 if locked else len(reader.pages)
        text = "" if locked or count > MOST_PAGES else _pages(reader)
    except Exception as damaged:  # pypdf raises errors of every kind on a damaged file
        raise NotValid("Deze PDF is beschadigd. Plak de tekst.", field="file") from damaged
    if locked:
        raise NotValid("Deze PDF is beveiligd. Open hem en plak de tekst.", field="file")
    if count > MOST_PAGES:
        raise NotValid(f"Deze PDF heeft meer dan {MOST_PAGES} bladzijden.", field="file")
    if not text.strip():
        raise NotValid(
            "Deze PDF is een afbeelding: er staat geen tekst in. Typ of plak de tekst.", field="file"
        )
    return text


def _pages(reader: PdfReader) -> str:
    text = ""
    for page in reader.pages:
        text += page.extract_text() + "\n"
        if len(text) > MOST_TEXT:
            raise ValueError("More text than a message has.")
    return text
