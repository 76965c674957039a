"""A scratch database: an SQLite file, or a database of its own on the PostgreSQL server of REGIE_DATABASE_URL."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

Environment = dict[str, str]


@contextmanager
def scratch(folder: Path) -> Iterator[Environment]:
    """The environment of a process that works in an empty database, which is gone afterwards."""
    settings = {"REGIE_MODE": "test", "DJANGO_SETTINGS_MODULE": "config.settings_test"}
    url = os.environ.get("REGIE_DATABASE_URL", "")
    with on_server(url) if url else in_file(folder) as database:
        yield os.environ | settings | database


@contextmanager
def in_file(folder: Path) -> Iterator[Environment]:
    """An SQLite file in this folder, which pytest clears away."""
    yield {"REGIE_SQLITE": str(folder / "prove.sqlite3")}


@contextmanager
def on_server(url: str) -> Iterator[Environment]:
    """A new database on the server of this address."""
    import psycopg

    name = f"regie_prove_{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield {"REGIE_DATABASE_URL": urlsplit(url)._replace(path=f"/{name}").geturl()}
        finally:
            server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())
