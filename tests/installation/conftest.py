"""Who puts a backup back makes every table anew: here that is done once, and copied for who does it after that."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from regie.installation import backups

# A server has no file to copy, and migrates for each of them: there bin/prove puts back.
LONG_ON_A_SERVER = [pytest.mark.prove] if connection.vendor == "postgresql" else []


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
