"""The papers in a backup: sealed as they lie in the vault, so that no backup opens what the keys in the safe lock."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from regie.base.errors import NotValid
from regie.installation import archive
from regie.plans.queries import kept_files
from regie.privacy import vault

Lay = Callable[[str, list[bytes]], None]


def lines_of_files() -> Iterator[str]:
    """Of every file of which a paper tells: its name, its pieces, and what they add up to; or that it is not there."""
    names = kept_files()
    for name in names:
        if not vault.holds(name):
            yield json.dumps({"missing": name})  # the doctor names it; all the rest is no less worth keeping
            continue
        yield json.dumps({"file": name})
        digest = sha256()
        for piece in vault.sealed(name):
            digest.update(piece)
            yield json.dumps(b64encode(piece).decode())
        yield json.dumps({"sha256": digest.hexdigest()})
    yield json.dumps({"files": len(names)})


class Laying:
    """Puts files back in the vault; when all is undone, takes away again what was not there before."""

    def __init__(self) -> None:
        self.new: list[str] = []

    def __call__(self, name: str, pieces: list[bytes]) -> None:
        """The next one, whole."""
        if not vault.holds(name):
            self.new.append(name)
        vault.lay_down(name, pieces)

    def undo(self) -> None:
        """Leaves the vault as it was."""
        for name in self.new:
            vault.drop(name)


class Files:
    """Takes the files of a backup one by one; each must add up to what the backup says of it."""

    def __init__(self, lay: Lay) -> None:
        self.lay = lay
        self.sums: dict[str, str] = {}
        self.missing: set[str] = set()
        self.name = ""
        self.pieces: list[bytes] = []
        self.ended = False

    def take_piece(self, line: str) -> None:
        """The next piece of the file that began."""
        if not self.name:
            raise NotValid(archive.DAMAGED)
        try:
            self.pieces.append(b64decode(line, validate=True))
        except ValueError:
            raise NotValid(archive.DAMAGED) from None

    def takes(self, line: dict[str, Any]) -> bool:
        """Whether this line is about a file; then it was taken."""
        if "file" in line and not self.name:
            self.name = str(line["file"])
        elif "missing" in line and not self.name:
            self.missing.add(str(line["missing"]))
        elif "sha256" in line and self.name:
            self._put(str(line["sha256"]))
        elif "files" in line and not self.name:
            self.ended = line["files"] == len(self.sums) + len(self.missing)
        else:
            return False
        return True

    def _put(self, told: str) -> None:
        if sha256(b"".join(self.pieces)).hexdigest() != told or not vault.NAMED.fullmatch(self.name):
            raise NotValid(archive.DAMAGED)
        self.lay(self.name, self.pieces)
        self.sums[self.name], self.name, self.pieces = told, "", []

    def check_same(self) -> None:
        """Raises NotValid unless every file of which a paper tells lies there as it was, or was missing then too."""
        if set(kept_files()) != set(self.sums) | self.missing:
            raise NotValid(archive.DAMAGED)
        for name, told in self.sums.items():
            digest = sha256()
            for piece in vault.sealed(name):
                digest.update(piece)
            if digest.hexdigest() != told:
                raise NotValid(
                    "Na terugzetten is een papier niet gelijk aan de reservekopie. Neem een andere."
                )
