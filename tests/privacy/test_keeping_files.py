"""The vault: a file is sealed, comes back as it was, and is not read once anything about it changed."""

import os
import stat
import uuid
from pathlib import Path
from typing import Any

import pytest

from regie.privacy import vault
from regie.privacy.encryption import Unreadable

PDF = b"%PDF-1.7"
ADA = "Jayden kreeg bijstand. " * 9000  # more than three pieces of the vault


@pytest.fixture(autouse=True)
def papers_of_this_test(settings: Any, tmp_path: Path) -> Path:
    """A vault of its own."""
    settings.REGIE_PAPERS = tmp_path / "papers"
    return tmp_path / "papers"


class TestInTheVault:
    def test_it_is_sealed_and_only_we_may_look(self, papers_of_this_test: Path):
        name = vault.keep(ADA.encode())
        (file,) = papers_of_this_test.iterdir()
        assert file.name == name
        assert b"Jayden" not in file.read_bytes()
        assert [file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777] == [0o600, 0o700]
        assert b"".join(vault.read(name)) == ADA.encode()
        assert max(map(len, vault.read(name))) == vault.PIECE

    @pytest.mark.parametrize("size", [1, vault.PIECE - 1, vault.PIECE, vault.PIECE + 1, 2 * vault.PIECE])
    def test_every_size_comes_back(self, size: int):
        assert b"".join(vault.read(vault.keep(b"x" * size))) == b"x" * size

    def test_what_was_changed_cut_off_or_moved_is_not_read(self, papers_of_this_test: Path):
        name, other = vault.keep(ADA.encode()), vault.keep(b"Een ander")
        file = papers_of_this_test / name
        whole, piece = file.read_bytes(), vault.PIECE + vault.TAG
        start = whole[:14]
        for wrong in (
            whole[:-1],
            whole[: 14 + piece],  # its last pieces are gone
            whole[:14],
            whole[:6],
            b"",
            b"REGIE",
            b"REGIE\x02" + whole[6:],  # a form that we do not know
            whole[:40] + bytes([whole[40] ^ 1]) + whole[41:],
            start + whole[14 + piece :],  # its first piece is gone
            start + whole[14 + piece : 14 + 2 * piece] + whole[14 : 14 + piece] + whole[14 + 2 * piece :],
            (papers_of_this_test / other).read_bytes(),
            whole[:6] + b"\x09" + whole[7:],  # a key that is not here
        ):
            file.write_bytes(wrong)
            with pytest.raises(Unreadable):
                list(vault.read(name))

    def test_an_older_key_still_reads(self, settings: Any):
        name = vault.keep(PDF)
        settings.REGIE_FIELD_KEYS = {**settings.REGIE_FIELD_KEYS, 2: "n" * 50}
        assert b"".join(vault.read(name)) == PDF
        assert vault.folder().joinpath(vault.keep(PDF)).read_bytes()[6] == 2

    def test_a_name_of_our_own_only(self):
        for name in ("../../etc/passwd", "", "a" * 31, "A" * 32, ".."):
            with pytest.raises(ValueError, match="no name of the vault"):
                vault.holds(name)

    def test_it_is_on_the_disk_before_anything_tells_of_it(
        self, papers_of_this_test: Path, monkeypatch: pytest.MonkeyPatch
    ):
        synced: list[Any] = []

        def fsync(descriptor: int) -> None:
            state = os.fstat(descriptor)
            synced.append("the folder" if stat.S_ISDIR(state.st_mode) else state.st_size)

        monkeypatch.setattr(os, "fsync", fsync)
        name = vault.keep(PDF)
        assert synced == [papers_of_this_test.joinpath(name).stat().st_size, "the folder"]

    def test_two_of_the_same_are_sealed_otherwise(self, papers_of_this_test: Path):
        salts = {papers_of_this_test.joinpath(vault.keep(PDF)).read_bytes()[7:14] for _ in range(2)}
        assert len(salts) == 2

    def test_what_another_is_laying_down_is_left_alone(self, papers_of_this_test: Path):
        name = vault.keep(PDF)
        part = papers_of_this_test / f".{name}.part"
        part.write_bytes(b"half")
        with pytest.raises(FileExistsError):
            vault.lay_down(name, [b"another"])
        assert part.read_bytes() == b"half"
        assert b"".join(vault.read(name)) == PDF

    def test_what_is_not_ours_is_not_taken_away(self, papers_of_this_test: Path):
        vault.keep(PDF)
        another = papers_of_this_test / "van-een-ander"
        another.touch()
        vault.take_away(another.name)
        assert another.exists()

    def test_what_is_gone_may_go_again(self):
        name = vault.keep(PDF)
        for _ in range(2):
            vault.drop(name)
        assert vault.lying() == {}

    def test_after_a_try_elsewhere_it_is_this_one_again(self, papers_of_this_test: Path, tmp_path: Path):
        with pytest.raises(Unreadable), vault.elsewhere(tmp_path / "a try"):
            assert vault.folder() == tmp_path / "a try"
            raise Unreadable
        assert vault.folder() == papers_of_this_test

    def test_what_breaks_off_leaves_nothing(self, papers_of_this_test: Path):
        def breaks() -> Any:
            yield b"half"
            raise OSError("disk full")

        with pytest.raises(OSError, match="disk full"):
            vault.lay_down(uuid.uuid4().hex, breaks())
        assert list(papers_of_this_test.iterdir()) == []
