"""A file that is not what it says, is too large, or holds what no paper holds: refused in words, and nothing is kept."""

import struct
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, RequestFactory
from django.urls import reverse

from config.environment import paper_megabytes
from regie.accounts.models import User
from regie.base.errors import NotValid
from regie.entrance.uploads import NotTooMuch
from regie.plans.enums import FileType
from regie.plans.models import Paper
from regie.plans.rules import Given, clean_name, inspected
from regie.plans.rules import file as files
from regie.privacy import vault
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.papers import JPEG, PDF, PNG, TEXT, Sent, paper, word

MEGABYTE = 1024 * 1024
BIG = 20 * MEGABYTE


def look(name: str, content: bytes) -> files.FileFacts:
    """What we know of it."""
    return inspected(Given(name, content), largest=BIG)


def refused(name: str, content: bytes) -> str:
    """Why not."""
    with pytest.raises(NotValid) as error:
        look(name, content)
    assert error.value.field == "file"
    return error.value.sentence


class TestByItsContent:
    @pytest.mark.parametrize(
        ("name", "content", "found"),
        [
            ("a.pdf", PDF, FileType.PDF),
            ("a.PDF", PDF, FileType.PDF),
            ("a.jpg", JPEG, FileType.JPEG),
            ("a.jpeg", JPEG, FileType.JPEG),
            ("a.png", PNG, FileType.PNG),
            ("a.txt", TEXT, FileType.TEXT),
            ("a.txt", "café".encode("cp1252"), FileType.TEXT),
            ("a.docx", word(), FileType.DOCX),
            ("a.docx", word("docProps/app.xml", "word/media/image1.png"), FileType.DOCX),
        ],
    )
    def test_it_is_known(self, name: str, content: bytes, found: FileType):
        assert look(name, content).file_type == found

    def test_what_only_speaks_of_a_lock_has_none(self):
        assert not look("a.txt", TEXT + b"/Encrypt").locked
        assert look("a.pdf", PDF + b"/Encrypt").locked

    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("leeg.pdf", b"", "leeg"),
            ("leeg.txt", b" \r\n\0", "leeg"),
            ("foto.png", JPEG, "heet .png, maar erin zit iets anders: JPEG-foto"),
            ("brief.pdf", TEXT, "heet .pdf, maar erin zit iets anders: Gewone tekst"),
            ("brief.txt", PDF, "heet .txt, maar erin zit iets anders: PDF"),
            ("brief.pdf", word(), "heet .pdf, maar het is een ingepakt bestand"),
            ("brief.pdf.exe", PDF, "Dit soort bestand bewaren wij niet"),
            ("brief\u202efdp.exe", PDF, "Dit soort bestand bewaren wij niet"),
            ("virus.pdf", b"MZ\x90\0\x03", "Dit soort bestand bewaren wij niet"),
            ("brief.txt", b"Geachte heer\x00\x01\x02", "Dit soort bestand bewaren wij niet"),
            ("brief.txt", b"caf\xe9 \x81", "Dit soort bestand bewaren wij niet"),
            ("pagina.html", b"<html><script>alert(1)</script>", "Dit soort bestand bewaren wij niet"),
            ("plaatje.svg", b"<svg onload='alert(1)'/>", "Dit soort bestand bewaren wij niet"),
            ("foto.heic", b"\0\0\0 ftypheic", "Kies een PDF, een foto (JPEG of PNG)"),
            ("brief.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Dit soort bestand bewaren wij niet"),
            ("zonder", PDF, "Dit soort bestand bewaren wij niet"),
            ("", PDF, "Dit soort bestand bewaren wij niet"),
        ],
    )
    def test_what_is_not_what_it_says(self, name: str, content: bytes, says: str):
        assert says in refused(name, content)

    def test_too_large(self):
        with pytest.raises(NotValid, match="groter dan 1 MB"):
            inspected(Given("a.pdf", PDF + bytes(MEGABYTE)), largest=MEGABYTE)
        assert inspected(Given("a.pdf", PDF.ljust(MEGABYTE)), largest=MEGABYTE).size == MEGABYTE


class TestWord:
    @pytest.mark.parametrize("part", ["word/vbaProject.bin", "word/VBADATA.xml", "customUI/vbaproject.BIN"])
    def test_with_a_macro(self, part: str):
        assert "macro" in refused("a.docx", word(part))

    def test_that_says_it_has_macros(self):
        types = "application/vnd.ms-word.document.macroEnabled.main+xml"
        assert "macro" in refused("a.docx", word(types=types))

    def test_that_is_another_packed_file(self):
        made = BytesIO()
        with ZipFile(made, "w") as packed:
            packed.writestr("xl/workbook.xml", "x")
            packed.writestr("[Content_Types].xml", "x")
        assert "geen Word-bestand" in refused("a.docx", made.getvalue())

    def test_with_two_lists_of_what_is_in_it(self):
        assert "geen Word-bestand" in refused("a.docx", word("[content_types].XML"))

    def test_that_is_cut_off_or_locked(self):
        assert "niet heel" in refused("a.docx", word()[:-30])
        assert "niet heel" in refused("a.docx", b"PK\x03\x04" + bytes(80))
        locked = bytearray(word())
        for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = locked.find(mark) + flags
            locked[at : at + 2] = struct.pack("<H", 1)
        assert "niet heel" in refused("a.docx", bytes(locked))

    def test_that_would_fill_the_disk_is_not_unpacked(self, monkeypatch: pytest.MonkeyPatch):
        bomb = word(body=bytes(2 * MEGABYTE))
        assert len(bomb) < 10_000
        monkeypatch.setattr(files, "MOST_UNPACKED", MEGABYTE)
        monkeypatch.setattr(ZipFile, "open", None)  # nothing is unpacked
        assert "te groot als het wordt uitgepakt" in refused("a.docx", bomb)

    def test_whose_list_is_a_bomb_is_read_no_further(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(files, "LONGEST_LIST", 1000)
        assert look("a.docx", word(types="x" * 5000 + "macroEnabled")).file_type == FileType.DOCX

    def test_of_too_many_parts(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(files, "MOST_PARTS", 3)
        assert "te groot als het wordt uitgepakt" in refused("a.docx", word("a", "b"))


class TestItsName:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("beschikking.pdf", "beschikking.pdf"),
            ("Brief van 3.5.2024.PDF", "Brief van 3-5-2024.pdf"),
            ("factuur.exe.pdf", "factuur-exe.pdf"),
            ("../../etc/passwd.pdf", "passwd.pdf"),
            ("C:\\Users\\noor\\brief.pdf", "brief.pdf"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie- x.pdf"),
            ("brief\u202e\u200b\0.pdf", "brief.pdf"),
            ('<b>"x".pdf', "b--x.pdf"),
            (".pdf", "papier.pdf"),
            ("é" * 300 + ".pdf", "é" * 100 + ".pdf"),
            ("e\u0301.pdf", "é.pdf"),
        ],
    )
    def test_is_clean(self, given: str, kept: str):
        assert look(given if given != ".pdf" else " - .pdf", PDF).filename == kept

    def test_says_nothing_nobody_can_see(self):
        assert clean_name("\u2066a\u2069/b\u202e.txt ") == "b.txt"


@pytest.mark.django_db
class TestOnThePage:
    @pytest.fixture(autouse=True)
    def papers_of_this_test(self, settings: Any, tmp_path: Path) -> None:
        """A vault of its own."""
        settings.REGIE_PAPERS = tmp_path

    def send(self, noor: Client, trajectory: Trajectory, file: Sent | None) -> str:
        """Noor sends it; what she reads then."""
        told: dict[str, Any] = {"happened_on": "18-11-2026", "kind": "letter", "title": "Oude brief"}
        told |= {"reach": "team"} | ({"file": file} if file else {})
        answer = noor.post(reverse("desk:tell_paper", args=[trajectory.person.ref]), told)
        assert (Paper.objects.count(), vault.lying()) == (0, {})
        return answer.content.decode()

    @pytest.mark.parametrize(
        ("file", "says"),
        [
            (None, "Vul dit in."),
            (Sent(b""), "Dit bestand is leeg."),
            (Sent(TEXT), "erin zit iets anders"),
            (Sent(PDF, "x" * 300 + ".exe"), "Dit soort bestand bewaren wij niet"),
        ],
    )
    def test_it_is_said_beside_the_file_and_what_was_typed_stays(
        self, file: Sent | None, says: str, noor: Client, trajectory: Trajectory
    ):
        page = self.send(noor, trajectory, file)
        assert says in page
        assert 'value="Oude brief"' in page

    def test_a_little_too_large_is_said_beside_the_file(
        self, noor: Client, trajectory: Trajectory, settings: Any
    ):
        settings.REGIE_PAPER_BYTES = MEGABYTE
        page = self.send(noor, trajectory, Sent(PDF + bytes(MEGABYTE)))
        assert "groter dan 1 MB" in page
        assert 'value="Oude brief"' in page

    def test_far_too_large_is_refused_before_it_is_read(
        self, noor: Client, trajectory: Trajectory, settings: Any
    ):
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
        address = reverse("desk:tell_paper", args=[trajectory.person.ref])
        answer = noor.post(address, {"file": Sent(PDF + bytes(2000))})
        assert answer.status_code == 413
        assert "Dit bestand is te groot" in answer.content.decode()
        assert Paper.objects.count() == 0

    def test_a_name_cannot_add_a_line_to_the_answer(
        self, noor: Client, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        made = paper(trajectory, by=cast.noor, at=now, name='a"\r\nSet-Cookie: b=c;é\u202e.pdf')
        answer = noor.get(reverse("desk:paper_file", args=[made.ref]))
        assert "\n" not in answer["Content-Disposition"]
        assert "b" not in answer.cookies
        assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''a-Set-Cookie")


class TestBeforeItIsRead:
    def ask(self, size: str, *, colleague: bool = True) -> Any:
        """Somebody says that he sends so much."""
        self.request: Any = RequestFactory().post("/", b"x" * 10, content_type="text/plain")
        self.request.META["CONTENT_LENGTH"] = size
        self.request.user = User() if colleague else AnonymousUser()
        return NotTooMuch(lambda _: "goes on")(self.request)  # type: ignore[arg-type,return-value]

    def test_what_may_be_goes_on(self, settings: Any):
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
        assert [self.ask(size) for size in ("", "0", "1000", "x", "-5")] == ["goes on"] * 5

    def test_what_may_not_be_is_answered(self, settings: Any):
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
        assert [self.ask(size).status_code for size in ("1001", str(100 * MEGABYTE), "9" * 30)] == [413] * 3

    def test_what_a_colleague_still_sends_goes_by_or_his_browser_reads_no_answer(self, settings: Any):
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
        for size, colleague, left in (
            ("2000", True, b""),
            ("2000", False, b"x" * 10),
            (str(129 * MEGABYTE), True, b"x" * 10),
        ):
            self.ask(size, colleague=colleague)
            assert self.request.read() == left

    def test_who_stops_sending_is_answered_all_the_same(self, settings: Any):
        class StopsSending(BytesIO):
            def read(self, *_: Any) -> bytes:
                raise OSError("connection reset")

        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
        request: Any = RequestFactory().post("/", b"x" * 10, content_type="text/plain")
        request.META["CONTENT_LENGTH"], request.user, request._stream = "2000", User(), StopsSending()
        assert NotTooMuch(lambda _: "goes on")(request).status_code == 413  # type: ignore[arg-type,return-value]

    def test_the_largest_paper_fits_in_what_is_read(self, settings: Any):
        assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE > settings.REGIE_PAPER_BYTES

    @pytest.mark.parametrize("told", ["0", "101", "veel", "-1", "2.5"])
    def test_a_limit_that_is_none_keeps_regie_from_starting(self, told: str, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("REGIE_PAPER_MB", told)
        with pytest.raises(ImproperlyConfigured, match="from 1 to 100"):
            paper_megabytes()
