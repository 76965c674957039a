"""A backup holds the papers, sealed as they lie in the vault; put back, each opens as it did. The doctor minds them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest

from regie.base.errors import NotValid
from regie.installation import archive, backups, papers
from regie.installation.backups import back_up, restore
from regie.installation.files import Files
from regie.installation.papers import paper_problems, vault_problems
from regie.installation.rehearsal import rehearsal
from regie.plans.models import Paper
from regie.plans.queries import kept_files
from regie.privacy import scanner, vault
from tests.cast import Cast
from tests.factories.papers import PDF, paper
from tests.factories.people import guide
from tests.installation.conftest import LONG_ON_A_SERVER

OPENS = pyrage.x25519.Identity.generate()
LOCKS, SAFE = str(OPENS.to_public()), str(OPENS)
LARGE = PDF + b"Jayden" * 40_000


@pytest.fixture(autouse=True)
def at_home(settings: Any, tmp_path: Path) -> None:
    """The vault and the places to try a restore stand in the folder of this test."""
    settings.VAR, settings.REGIE_PAPERS = tmp_path, tmp_path / "papers"


@pytest.fixture
def kept(transactional_db: None, now: datetime) -> tuple[Paper, Paper]:
    """Two papers of Jayden, of which one was taken back."""
    cast = Cast.assemble(at=now)
    trajectory = guide(cast, at=now)
    first = paper(trajectory, by=cast.noor, at=now, content=LARGE)
    second = paper(trajectory, by=cast.noor, at=now)
    second.withdraw(by=cast.noor.acting(now), at=now)
    return first, second


def sealed() -> dict[str, bytes]:
    """Every file of the vault as it lies there."""
    return {name: b"".join(vault.sealed(name)) for name in vault.lying()}


class TestABackup:
    pytestmark = LONG_ON_A_SERVER

    def test_puts_every_paper_back_as_it_was_but_what_was_missing_then(
        self, kept: tuple[Paper, Paper], tmp_path: Path, now: datetime
    ):
        vault.drop(kept[1].kept_as)
        before = sealed()
        left_over = vault.keep(b"nothing tells of this one")
        file = back_up(tmp_path, key=LOCKS, keep=1, at=now)
        assert b"Jayden" not in file.read_bytes()
        with rehearsal():
            restore(file, key=SAFE)
            assert sealed() == before
            assert b"".join(vault.read(kept[0].kept_as)) == LARGE
            assert len(kept_files()) == 2
        assert set(vault.lying()) == {kept[0].kept_as, left_over}

    def test_that_does_not_add_up_is_refused_before_anything_is_made(
        self, kept: tuple[Paper, Paper], tmp_path: Path, now: datetime
    ):
        lines = list(backups._lines(now))
        file = next(number for number, line in enumerate(lines) if '{"file"' in line)
        piece, end = file + 1, next(number for number, line in enumerate(lines) if '{"sha256"' in line)
        strange = json.dumps({"file": "../../etc/passwd"})
        wrong = {
            "no name": lines[:file] + lines[piece:],
            "no piece": lines[:piece] + lines[piece + 1 :],
            "no end of it": lines[:end] + lines[end + 1 :],
            "no file": lines[:file] + lines[end + 1 :],
            "no number of files": lines[:-2] + lines[-1:],
            "a strange name": [*lines[:file], strange, *lines[piece:]],
            "a piece before all": [lines[piece], *lines],
            "other letters": [*lines[:piece], '"AAAA"', *lines[piece + 1 :]],
            "no base64": [*lines[:piece], '"A"', *lines[piece + 1 :]],
        }
        for what, told in wrong.items():
            archive.write(tmp_path / "x.age", told, archive.locks_with(LOCKS))
            with rehearsal():
                with pytest.raises(NotValid, match="geen volledige reservekopie"):
                    restore(tmp_path / "x.age", key=SAFE)
                assert vault.lying() == {}, what

    def test_whose_file_changed_on_the_way_is_found_and_leaves_the_vault_as_it_was(
        self, kept: tuple[Paper, Paper], tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
    ):
        file = back_up(tmp_path, key=LOCKS, keep=1, at=now)
        lay_down = vault.lay_down
        with rehearsal():
            there = vault.keep(b"of before")
            monkeypatch.setattr(vault, "lay_down", lambda name, pieces: lay_down(name, pieces[:-1]))
            with pytest.raises(NotValid, match="een papier niet gelijk"):
                restore(file, key=SAFE)
            assert list(vault.lying()) == [there]

    def test_leaves_no_paper_without_its_file(self, kept: tuple[Paper, Paper]):
        files = Files(lambda *_: None)
        with pytest.raises(NotValid, match="geen volledige reservekopie"):
            files.check_same()
        files.missing = set(kept_files())
        files.check_same()


def told(problems: Any) -> str:
    """What is said, a line each."""
    return "\n".join(map(str, problems))


class TestTheDoctor:
    def test_names_files_that_are_gone(self, kept: tuple[Paper, Paper], settings: Any):
        settings.REGIE_CLAMD = "none"
        assert told(paper_problems()) == ""
        vault.drop(kept[0].kept_as)
        assert f"Van 1 papier is het bestand weg uit {vault.folder()} ({kept[0].kept_as})" in told(
            paper_problems()
        )
        vault.drop(kept[1].kept_as)
        assert "Van 2 papieren zijn het bestand weg" in told(paper_problems())

    def test_says_nothing_of_rows_that_are_not_there(self, settings: Any, monkeypatch: pytest.MonkeyPatch):
        settings.REGIE_CLAMD = "none"
        monkeypatch.setattr(papers, "is_ready", lambda: False)
        assert told(paper_problems()) == ""

    def test_says_that_nobody_looks_for_viruses(self, db: None, settings: Any):
        settings.REGIE_CLAMD = ""
        assert "Niemand kijkt papieren na op virussen" in told(paper_problems())

    def test_says_that_the_scanner_does_not_answer(self, db: None, settings: Any, tmp_path: Path):
        settings.REGIE_CLAMD = str(tmp_path / "nobody.ctl")
        assert not scanner.answers()
        assert "antwoordt niet: niemand kan papieren bewaren" in told(paper_problems())

    def test_finds_a_vault_open_to_others_unsafe(self, tmp_path: Path):
        assert told(vault_problems()) == ""
        vault.folder().mkdir(mode=0o700)
        assert told(vault_problems()) == ""
        vault.folder().chmod(0o750)
        (problem,) = vault_problems()
        assert problem.unsafe
        assert "chmod 700" in problem.line
