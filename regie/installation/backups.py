"""Makes a backup while people work, and puts one back."""

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from regie.base.errors import NotNow, NotValid
from regie.installation import archive
from regie.installation.files import Files, Lay, Laying, lines_of_files
from regie.installation.queries import applied_migrations, known_migrations
from regie.installation.tables import (
    BATCH,
    Row,
    Sum,
    Summing,
    Table,
    as_line,
    continue_numbering,
    empty_what_migrating_filled,
    full_tables,
    insert,
    lines_of,
    snapshot,
    summed,
    tables,
)
from regie.privacy.queries import flaws

FORM = 1
NAMED = "regie-*.age"
STALE = 24 * 3600  # seconds; what broke off longer ago may go


def back_up(folder: Path, *, key: str, keep: int, at: datetime) -> Path:
    """Makes one encrypted file of everything as it is at this moment, and keeps the last so many; raises NotValid."""
    recipient = archive.locks_with(key)
    if not folder.is_dir():
        raise NotValid(f"De map {folder} is er niet. Doe: mkdir -m 700 -p {folder}")
    path = folder / f"regie-{at.astimezone(UTC):%Y%m%dT%H%M%S%fZ}.age"
    with snapshot():
        archive.write(path, _lines(at), recipient)
    _tidy(folder, keep=keep, at=at)
    return path


def _lines(at: datetime) -> Iterator[str]:
    project = tomllib.loads((settings.HOME / "pyproject.toml").read_text())["project"]
    migrations = sorted(applied_migrations() & known_migrations())
    yield json.dumps(
        {"form": FORM, "version": project["version"], "made_at": at.isoformat(), "migrations": migrations}
    )
    for table in tables():
        yield json.dumps({"table": table.name, "columns": table.columns})
        summing = Summing()
        for line in lines_of(table):
            summing.add(line)
            yield line
        yield json.dumps(asdict(summing.sum()))
    yield from lines_of_files()
    yield json.dumps({"end": FORM})


def _tidy(folder: Path, *, keep: int, at: datetime) -> None:
    for path in sorted(folder.glob(NAMED))[:-keep]:
        path.unlink(missing_ok=True)
    for path in folder.glob(f".{NAMED}.*{archive.PART}"):
        if at.timestamp() - path.stat().st_mtime > STALE:
            path.unlink(missing_ok=True)


def restore(path: Path, *, key: str) -> dict[str, Sum]:
    """Puts a backup back into an empty database and proves that it is the same row by row; all or nothing.

    Raises NotNow when there is something in the database, NotValid for a file or key that is not right.
    """
    identity = archive.opens_with(key)
    if full := full_tables():
        raise NotNow(
            f"Er staan al gegevens in deze database (in {full[0]}). Terugzetten kan alleen in een lege. "
            "Noem een nieuwe in REGIE_SQLITE of REGIE_DATABASE_URL, of haal deze zelf weg als u zeker bent."
        )
    Loading(_refuse_rows, _refuse_files).only_look(path, identity)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    laying = Laying()
    try:
        return _put_back(path, identity, laying)
    except BaseException:
        laying.undo()
        raise


def _put_back(path: Path, identity: Any, laying: Laying) -> dict[str, Sum]:
    with transaction.atomic():
        empty_what_migrating_filled()
        loading = Loading(insert, laying)
        archive.read(path, identity, loading.take)
        loading.end()
        continue_numbering()
        _check_same(loading.sums)
        loading.files.check_same()
        connection.check_constraints()
        _check_journal()
    return loading.sums


def _refuse_rows(table: Table, rows: list[Row]) -> None:
    """While only looking nothing is put back."""


def _refuse_files(name: str, pieces: list[bytes]) -> None:
    """Nor in the vault."""


def _check_same(sums: dict[str, Sum]) -> None:
    for table in tables():
        if summed(lines_of(table)) != sums[table.name]:
            raise NotValid(
                f"Na terugzetten is {table.name} niet gelijk aan de reservekopie. Neem een andere."
            )


def _check_journal() -> None:
    for flaw in flaws():
        raise NotValid(
            f"Het journaal in deze reservekopie klopt niet: {flaw.chain}, regel {flaw.number} {flaw.sentence}. "
            "Kijk na of REGIE_JOURNAL_KEY de sleutel van toen is; anders is de kopie van na een wijziging."
        )


class Loading:
    """Takes the lines of a backup one by one; each table must add up to what the backup says of it."""

    def __init__(self, put: Callable[[Table, list[Row]], None], lay: Lay) -> None:
        self.put = put
        self.files = Files(lay)
        self.known = {table.name: table for table in tables()}
        self.sums: dict[str, Sum] = {}
        self.table: Table | None = None
        self.rows: list[Row] = []
        self.summing = Summing()
        self.began = self.ended = False

    def only_look(self, path: Path, identity: Any) -> None:
        """Reads the whole file; raises NotValid when it is not whole or not ours, before anything is made."""
        archive.read(path, identity, self.take)
        self.end()

    def take(self, line: Any) -> None:
        """The next line."""
        if isinstance(line, list) and self.table:
            self._row(line)
        elif isinstance(line, str) and self.began:
            self.files.take_piece(line)
        elif isinstance(line, dict) and not self.began and line.get("form") == FORM:
            self._check_migrations(line)
        elif isinstance(line, dict) and self.began:
            self._between(line)
        else:
            raise NotValid(archive.DAMAGED)

    def end(self) -> None:
        """Raises NotValid when the end did not come, or not every table."""
        if not self.ended or set(self.sums) != set(self.known):
            raise NotValid(archive.DAMAGED)

    def _check_migrations(self, head: dict[str, Any]) -> None:
        self.began = True
        if {tuple(migration) for migration in head["migrations"]} != known_migrations():
            raise NotNow(
                f"Deze reservekopie is van Regie {head['version']} van {head['made_at'][:10]}, met andere tabellen. "
                "Neem eerst de Regie van toen, zet terug, en werk daarna bij."
            )

    def _between(self, line: dict[str, Any]) -> None:
        if "table" in line and self.known.get(line["table"]):
            self.table, self.summing = self.known[line["table"]], Summing()
        elif "digest" in line and self.table:
            self._put()
            if Sum(**line) != self.summing.sum():
                raise NotValid(archive.DAMAGED)
            self.sums[self.table.name], self.table = self.summing.sum(), None
        elif "end" in line and self.files.ended:
            self.ended = True
        elif self.files.takes(line):
            return
        else:
            raise NotValid(archive.DAMAGED)

    def _row(self, row: Row) -> None:
        self.summing.add(as_line(row))
        self.rows.append(row)
        if len(self.rows) == BATCH:
            self._put()

    def _put(self) -> None:
        if self.table and self.rows:
            self.put(self.table, self.rows)
        self.rows = []
