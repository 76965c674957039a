"""Whether the database answers, and is the one that this Regie expects."""

from functools import cache
from pathlib import Path

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Migration = tuple[str, str]


@cache
def known_migrations() -> frozenset[Migration]:
    """The migrations that this Regie brings; read from disk once."""
    return frozenset(MigrationLoader(None).disk_migrations)


def applied_migrations() -> frozenset[Migration]:
    """The migrations that this database has had, also those of another Regie; raises DatabaseError."""
    return frozenset(MigrationRecorder(connection).applied_migrations())


def sqlite_file() -> Path | None:
    """The file of the database, when it is in one."""
    name = str(connection.settings_dict["NAME"])
    return None if connection.vendor != "sqlite" or name.startswith(("file:", ":memory:")) else Path(name)


def is_there() -> bool:
    """Whether there is a database to ask; asking SQLite for a file that is not there would make it."""
    file = sqlite_file()
    return file is None or file.exists()


def is_ready() -> bool:
    """Whether the database can be reached and has had every migration."""
    try:
        return is_there() and known_migrations() <= applied_migrations()
    except DatabaseError:
        return False
