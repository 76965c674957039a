"""Runs side by side on SQLite make their tables once: whoever comes first migrates, the other copies (ADR 63)."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

IN_MEMORY = "file:memorydb_default?mode=memory&cache=shared"  # where Django keeps the database of the tests


@contextmanager
def made_once() -> Iterator[None]:
    """While the database of the tests is made; REGIE_TABLES is the folder that the runs share."""
    folder = os.environ.get("REGIE_TABLES")
    if not folder or connection.vendor != "sqlite":
        yield
        return
    file = Path(folder, "tables.sqlite3")
    with Path(folder, "turn").open("w") as turn, closing(sqlite3.connect(IN_MEMORY, uri=True)) as ours:
        fcntl.flock(turn, fcntl.LOCK_EX)
        made = file.exists()
        with closing(sqlite3.connect(file)) as shared:
            if made:
                shared.backup(ours)
            yield
            if not made:
                ours.backup(shared)
