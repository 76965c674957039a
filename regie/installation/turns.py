"""Taking turns: who does the same on one database at the same moment waits, also while there is no table to lock."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from regie.installation.queries import sqlite_file

TURN = 1883  # the number of our lock, within one database of the server


@contextmanager
def taking_turns() -> Iterator[None]:
    """While this lasts, a second process that comes here with the same database waits for the first."""
    with _on_server() if connection.vendor == "postgresql" else _beside_file():
        yield


@contextmanager
def _on_server() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [TURN])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [TURN])


@contextmanager
def _beside_file() -> Iterator[None]:
    file = sqlite_file()
    if file is None:  # in memory: nobody else can come there
        yield
        return
    descriptor = os.open(file.parent, os.O_RDONLY)  # the folder, for the file may not be there yet
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
