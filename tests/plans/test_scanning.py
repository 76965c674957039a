"""The virus scanner: what it finds is refused; when it does not answer, nothing is kept. With a real ClamAV."""

import socket
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotNow, NotValid
from regie.plans.models import Paper
from regie.privacy import scanner, vault
from regie.privacy.enums import Verb
from regie.privacy.models.journal import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.papers import TEXT, Sent, paper
from tests.plans.scanners import EICAR, clamd


@pytest.fixture(scope="module")
def listening() -> Iterator[tuple[str, str]]:
    """A real one, for all of these tests."""
    with clamd() as where:
        yield where


@pytest.fixture(autouse=True)
def papers_of_this_test(settings: Any, tmp_path: Path) -> None:
    """A vault of its own."""
    settings.REGIE_PAPERS = tmp_path


@pytest.fixture
def real(settings: Any, listening: tuple[str, str]) -> None:
    """This installation asks it."""
    settings.REGIE_CLAMD = listening[0]


class TestARealOne:
    def test_answers_and_finds_by_path_and_by_port(self, settings: Any, listening: tuple[str, str]):
        path, port = listening
        for where in (path, f"unix:{path}", port, f"tcp:{port}"):
            settings.REGIE_CLAMD = where
            assert scanner.is_there()
            assert scanner.answers()
            assert scanner.found_in(TEXT) == ""
            assert scanner.found_in(EICAR).startswith("Eicar-Test-Signature")
            assert scanner.found_in(b"x" * 300_000) == ""

    def test_that_looks_at_no_file_that_large_is_as_one_that_is_down(self, real: None):
        with pytest.raises(scanner.Down):
            scanner.found_in(b"x" * 2_000_000)  # StreamMaxLength is 1M here
        assert scanner.answers()


@pytest.mark.django_db
class TestKeepingAPaper:
    def test_what_is_clean_is_kept_and_says_so(
        self, real: None, trajectory: Trajectory, cast: Cast, noor: Client, now: datetime
    ):
        made = paper(trajectory, by=cast.noor, at=now, content=TEXT, name="a.txt")
        assert made.scanned
        page = noor.get(reverse("desk:papers", args=[trajectory.person.ref])).content.decode()
        assert "Niet nagekeken" not in page

    def test_what_is_dangerous_is_refused_and_the_journal_tells_it(
        self, real: None, trajectory: Trajectory, cast: Cast, noor: Client, now: datetime
    ):
        with pytest.raises(NotValid, match="iets gevaarlijks"):
            paper(trajectory, by=cast.noor, at=now, content=EICAR, name="eicar.txt")
        last = JournalEntry.objects.latest("pk")
        assert (last.verb, last.fields, last.subject) == (Verb.PAPER_REFUSED, ["file"], trajectory.person.ref)
        told = {"happened_on": "18-11-2026", "kind": "letter", "reach": "team"}
        sent = {**told, "file": Sent(EICAR, "eicar.txt", "text/plain")}
        page = noor.post(reverse("desk:tell_paper", args=[trajectory.person.ref]), sent).content.decode()
        assert "In dit bestand zit iets gevaarlijks. Het is niet bewaard." in page
        assert (Paper.objects.count(), vault.lying()) == (0, {})

    def test_while_it_does_not_answer_nothing_is_kept(
        self, settings: Any, tmp_path: Path, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        before = JournalEntry.objects.count()
        for where in (str(tmp_path / "nobody.ctl"), "127.0.0.1:1", "no port", "x:y"):
            settings.REGIE_CLAMD = where
            assert not scanner.answers()
            with pytest.raises(NotNow, match="Probeer het later") as error:
                paper(trajectory, by=cast.noor, at=now)
            assert error.value.field == "file"
        assert (Paper.objects.count(), vault.lying()) == (0, {})
        assert JournalEntry.objects.count() == before

    @pytest.mark.parametrize("choice", ["", "none"])
    def test_without_one_it_is_kept_and_says_that_nobody_looked(
        self, choice: str, settings: Any, trajectory: Trajectory, cast: Cast, now: datetime
    ):
        settings.REGIE_CLAMD = choice
        assert not paper(trajectory, by=cast.noor, at=now).scanned
        assert scanner.is_chosen() == bool(choice)


class TestOneThatSaysStrangeThings:
    @pytest.mark.parametrize(
        "says", [b"", b"stream: ", b"INSTREAM size limit exceeded. ERROR\0", b"x" * 100_000, b"\xff\0"]
    )
    def test_is_as_one_that_is_down(self, says: bytes, settings: Any):
        with socket.create_server(("127.0.0.1", 0)) as server:
            settings.REGIE_CLAMD = f"127.0.0.1:{server.getsockname()[1]}"
            Thread(target=_say, args=(server, says), daemon=True).start()
            with pytest.raises(scanner.Down):
                scanner.found_in(TEXT)

    def test_or_greets_otherwise_does_not_answer(self, settings: Any):
        with socket.create_server(("127.0.0.1", 0)) as server:
            settings.REGIE_CLAMD = f"127.0.0.1:{server.getsockname()[1]}"
            Thread(target=_greet, args=(server,), daemon=True).start()
            assert not scanner.answers()

    @pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_UNIX], ids=["a port", "a path"])
    def test_or_nothing_at_all_keeps_nobody_waiting_for_ever(
        self, family: socket.AddressFamily, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(scanner, "LONGEST", 0.1)
        monkeypatch.chdir(tmp_path)  # the whole path may be too long for a socket
        with socket.socket(family) as server:
            server.bind(("127.0.0.1", 0) if family == socket.AF_INET else "clamd.ctl")
            server.listen()
            port = server.getsockname()
            settings.REGIE_CLAMD = (
                f"127.0.0.1:{port[1]}" if family == socket.AF_INET else f"{tmp_path}/clamd.ctl"
            )
            lets_go = Timer(5, server.shutdown, [socket.SHUT_RDWR])  # or this test would wait for ever itself
            lets_go.start()
            began = time.monotonic()
            with pytest.raises(scanner.Down):
                scanner.found_in(TEXT)
            lets_go.cancel()
            assert time.monotonic() - began < 3


def _greet(server: socket.socket) -> None:
    """Answers anything else than was asked."""
    line, _ = server.accept()
    with line:
        line.recv(64)
        line.sendall(b"UNKNOWN COMMAND\0")


def _say(server: socket.socket, says: bytes) -> None:
    """Takes the whole file and answers this."""
    line, _ = server.accept()
    with line:
        taken = b""
        while not taken.endswith(bytes(4)):
            taken += line.recv(65536)
        line.sendall(says)
