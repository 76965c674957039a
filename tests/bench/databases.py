"""Two scratch databases, SQLite files or databases on a server, and working in one of them."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.core.management import call_command
from django.db import connection, connections

AMONG, ALONE = "default", "alone"
_OPEN: dict = {}


@contextmanager
def scratch() -> Iterator[None]:
    """The environment names two empty databases that are gone afterwards; what was named before is left alone."""
    url = os.environ.get("REGIE_DATABASE_URL", "")
    with on_server(url) if url else in_files() as (among, alone):
        os.environ["REGIE_DATABASE_URL" if url else "REGIE_SQLITE"] = among
        os.environ["BENCH_ALONE"] = alone
        yield


@contextmanager
def in_files() -> Iterator[tuple[str, str]]:
    """Two SQLite files."""
    with tempfile.TemporaryDirectory(prefix="regie-bench-") as folder:
        yield str(Path(folder) / "among.sqlite3"), str(Path(folder) / "alone.sqlite3")


@contextmanager
def on_server(url: str) -> Iterator[tuple[str, str]]:
    """Two new databases on the PostgreSQL server of this address."""
    import psycopg

    names = [f"regie_bench_{os.getpid()}_{part}" for part in ("among", "alone")]
    with psycopg.connect(url, autocommit=True) as server:
        try:
            for name in names:
                server.execute(f"CREATE DATABASE {name}".encode())
            among, alone = (urlsplit(url)._replace(path=f"/{name}").geturl() for name in names)
            yield among, alone
        finally:
            leave()
            for name in names:
                server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())


def work_in(name: str) -> None:
    """From here on every query goes to this database; its connection stays open."""
    if not _OPEN:
        _OPEN.update({AMONG: connections[AMONG], ALONE: connections[ALONE]})
    connections[AMONG] = _OPEN[name]


def prepare() -> None:
    """Makes the tables of the database we work in."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)


def settle() -> None:
    """Lets PostgreSQL count its rows, as autovacuum does in time; SQLite has nobody who does that."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def leave() -> None:
    """Closes the connections, and the pools they came from."""
    for used in _OPEN.values():
        used.close()
        if used.vendor == "postgresql":
            used.close_pool()
