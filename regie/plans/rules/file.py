"""What a file is, by its content and never by what it is called; and a name that is safe to give it back under."""

import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from regie.base.errors import NotValid
from regie.plans.enums import FileType

FIELD = "file"
ALLOWED = "Kies een PDF, een foto (JPEG of PNG), een tekst (TXT) of een Word-bestand (DOCX)."
EMPTY = "Dit bestand is leeg. Kies een ander."
LONGEST_NAME = 100
# The first one is what we give it back under.
ENDINGS: Mapping[FileType, Sequence[str]] = {
    FileType.PDF: ("pdf",),
    FileType.JPEG: ("jpg", "jpeg", "jpe", "jfif"),
    FileType.PNG: ("png",),
    FileType.TEXT: ("txt",),
    FileType.DOCX: ("docx",),
}
STARTS: Mapping[bytes, FileType] = {
    b"%PDF-": FileType.PDF,
    b"\xff\xd8\xff": FileType.JPEG,
    b"\x89PNG\r\n\x1a\n": FileType.PNG,
    b"PK\x03\x04": FileType.DOCX,
}
CONTROL = bytes(set(range(32)) - set(b"\t\n\f\r"))
# A Word file of a few pages has some twenty parts; what unpacks to more than this is no paper.
MOST_PARTS, MOST_UNPACKED, LONGEST_LIST = 2000, 200 * 1024 * 1024, 1024 * 1024
LIST, BODY = "[Content_Types].xml", "word/document.xml"
ACTIVE = ("vbaproject.bin", "vbadata.xml")
MACROS = b"macroenabled"
INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}  # among them what turns the order of letters around


@dataclass(frozen=True)
class Given:
    """A file as it was sent: what it was called there, and what is in it."""

    name: str
    content: bytes


@dataclass(frozen=True)
class FileFacts:
    """What we know of a file: what it is, a clean name, how large, its SHA-256, and whether a password locks it."""

    file_type: FileType
    filename: str
    size: int
    digest: str
    locked: bool


def inspected(given: Given, *, largest: int) -> FileFacts:
    """What the file is; raises NotValid (field "file") for what is empty, too large, or not what it says it is."""
    content = given.content
    if not content.strip(b"\0 \t\r\n"):
        raise NotValid(EMPTY, field=FIELD)
    if len(content) > largest:
        raise NotValid(too_large(largest), field=FIELD)
    found = _type_of(content)
    ending = clean_name(given.name).rpartition(".")[2].lower()
    if ending not in ENDINGS[found]:
        raise NotValid(_not_what_it_says(ending, found), field=FIELD)
    if found is FileType.DOCX:
        _check_word(content)
    locked = found is FileType.PDF and b"/Encrypt" in content
    return FileFacts(found, _named(given.name, found), len(content), sha256(content).hexdigest(), locked)


def too_large(largest: int) -> str:
    """What is said of a file that is larger than may be."""
    return (
        f"Dit bestand is groter dan {largest // 1024**2} MB. "
        "Maak het kleiner, bijvoorbeeld door opnieuw te scannen met minder punten (dpi)."
    )


def clean_name(name: str) -> str:
    """Its name without the folders before it and without what nobody can see."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(one for one in last if unicodedata.category(one) not in INVISIBLE)
    return unicodedata.normalize("NFC", seen).strip(" .")


def _named(name: str, found: FileType) -> str:
    """Under what it is given back: one ending, the one of what it is."""
    stem = clean_name(name).rpartition(".")[0]
    plain = "".join("-" if one in '.<>:"|?*%;' else one for one in stem).strip(" -")
    return f"{plain[:LONGEST_NAME].strip() or 'papier'}.{ENDINGS[found][0]}"


def _type_of(content: bytes) -> FileType:
    found = next((kind for start, kind in STARTS.items() if content.startswith(start)), None)
    if found:
        return found
    if _is_text(content):
        return FileType.TEXT
    raise NotValid(f"Dit soort bestand bewaren wij niet. {ALLOWED}", field=FIELD)


def _is_text(content: bytes) -> bool:
    """Every text of Western Europe, and nothing that a program reads: no byte that no text has."""
    if len(content.translate(None, CONTROL)) != len(content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return len(content.translate(None, b"\x7f\x81\x8d\x8f\x90\x9d")) == len(content)
    return True


def _not_what_it_says(ending: str, found: FileType) -> str:
    if not any(ending in endings for endings in ENDINGS.values()):
        return f"Dit soort bestand bewaren wij niet. {ALLOWED}"
    if found is FileType.DOCX:
        return f"Dit bestand heet .{ending}, maar het is een ingepakt bestand. {ALLOWED}"
    return (
        f"Dit bestand heet .{ending}, maar erin zit iets anders: {FileType(found).label}. "
        "Open het, bewaar het opnieuw, en kies het dan nog eens."
    )


def _check_word(content: bytes) -> None:
    """Looks at the list of what is packed in it, and unpacks nothing but that list."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            _check_parts(packed.infolist())
            with packed.open(LIST) as listed:
                types = listed.read(LONGEST_LIST)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        raise NotValid(f"Dit Word-bestand is niet heel. {ALLOWED}", field=FIELD) from None
    if MACROS in types.lower():
        raise NotValid(WITH_MACROS, field=FIELD)


WITH_MACROS = "In dit Word-bestand zit een programma (macro). Bewaar het als PDF, en kies die."


def _check_parts(parts: Sequence[zipfile.ZipInfo]) -> None:
    names = [part.filename.lower() for part in parts]
    if len(names) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotValid("Dit bestand wordt te groot als het wordt uitgepakt. Bewaar het als PDF.", field=FIELD)
    if names.count(LIST.lower()) != 1 or BODY not in names:
        raise NotValid(f"Dit is een ingepakt bestand, geen Word-bestand. {ALLOWED}", field=FIELD)
    if any(name.endswith(ACTIVE) for name in names):
        raise NotValid(WITH_MACROS, field=FIELD)
