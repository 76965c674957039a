"""What a backup is made of; and who puts one back makes every table anew, which is done once here, and copied."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.core.management import call_command
from django.db import connection

from regie.installation import backups
from regie.installation.backups import back_up
from regie.installation.tables import lines_of, tables
from tests.cast import Cast
from tests.factories.people import guide

OPENS = pyrage.x25519.Identity.generate()
LOCKS, SAFE = str(OPENS.to_public()), str(OPENS)
# A server has no file to copy, and migrates for each of them: there bin/prove puts back.
LONG_ON_A_SERVER = [pytest.mark.prove] if connection.vendor == "postgresql" else []


@pytest.fixture
def full(now: datetime) -> Cast:
    """Two towns, and Jayden who is guided."""
    cast = Cast.assemble(at=now)
    guide(cast, at=now)
    return cast


@pytest.fixture
def file(full: Cast, tmp_path: Path, now: datetime) -> Path:
    """A backup of that."""
    return back_up(tmp_path, key=LOCKS, keep=14, at=now)


def everything() -> dict[str, list[str]]:
    """Every row of every table."""
    return {table.name: list(lines_of(table)) for table in tables()}


@pytest.fixture
def at_home(settings: Any, tmp_path: Path) -> None:
    """Places to try a restore stand in the folder of this test."""
    settings.VAR = tmp_path


@pytest.fixture(scope="session")
def tables_once_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the file with all tables and no row of a town will lie; nobody made it yet."""
    return tmp_path_factory.mktemp("tables") / "made.sqlite3"


@pytest.fixture(autouse=True)
def made_once(tables_once_made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only in an empty file: who stands before a server, or before tables that are there, migrates."""

    def run(command: str, **how: Any) -> None:
        if command != "migrate" or connection.vendor != "sqlite" or connection.introspection.table_names():
            call_command(command, **how)
        elif tables_once_made.exists():
            _copy(sqlite3.connect(tables_once_made), connection.connection)
        else:
            call_command(command, **how)
            _copy(connection.connection, sqlite3.connect(tables_once_made))

    monkeypatch.setattr(backups, "call_command", run)


def _copy(of: sqlite3.Connection, to: sqlite3.Connection) -> None:
    of.backup(to)
