"""Papers as files, and keeping one by its verb."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import PaperKind
from regie.plans.models import Paper
from regie.plans.rules import Given, PaperAccount
from regie.trajectories.models import Trajectory

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(20) + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)
TEXT = "Geachte heer, u krijgt bijstand vanaf 1 november. Drie cafés.\r\n".encode()
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass
class Sent:
    """A file as a browser sends it, as often as one asks."""

    content: bytes = PDF
    name: str = "beschikking.pdf"
    content_type: str = "application/pdf"

    def read(self, *_: int) -> bytes:
        """All of it."""
        return self.content


def word(*more: str, types: str = TYPES, body: bytes = b"<w:document/>") -> bytes:
    """A Word file, with further parts in it."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", f'<Types><Override ContentType="{types}"/></Types>')
        packed.writestr("word/document.xml", body)
        for name in more:
            packed.writestr(name, b"x")
    return made.getvalue()


def paper(
    trajectory: Trajectory,
    *,
    by: User,
    at: datetime,
    content: bytes = PDF,
    name: str = "beschikking.pdf",
    **told: Any,
) -> Paper:
    """It came in, and was kept."""
    account = PaperAccount(**({"happened_on": day(at), "kind": PaperKind.DECISION} | told))
    given = Given(name, content)
    return Paper.tell(trajectory=trajectory, account=account, given=given, by=by.acting(at), at=at)
