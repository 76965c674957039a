"""A database of one's own, on the kind of server that the tests run on; never the one of the other tests."""

import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
Environment = dict[str, str]


@contextmanager
def scratch(folder: Path) -> Iterator[Environment]:
    """The environment of processes that use a database without a table; afterwards it is gone."""
    url = os.environ.get("REGIE_DATABASE_URL", "")
    with _on_server(url) if url else _in_file(folder) as environment:
        yield environment


@contextmanager
def migrated(folder: Path) -> Iterator[Environment]:
    """The same with all tables, and no row of anybody."""
    with scratch(folder) as environment:
        manage(environment, "migrate", "--verbosity", "0")
        yield environment


@contextmanager
def copy_of(environment: Environment, folder: Path) -> Iterator[Environment]:
    """A second database that begins as this one stands; nobody may be using this one."""
    url = environment.get("REGIE_DATABASE_URL", "")
    if url:
        with _on_server(url, template=urlsplit(url).path.lstrip("/")) as copied:
            yield copied
        return
    with _in_file(folder) as copied:
        shutil.copy(environment["REGIE_SQLITE"], copied["REGIE_SQLITE"])
        yield copied


def manage(environment: Environment, *arguments: str) -> None:
    """Runs a command of Django on this database."""
    subprocess.run([sys.executable, "-m", "config.manage", *arguments], cwd=ROOT, env=environment, check=True)


@contextmanager
def _in_file(folder: Path) -> Iterator[Environment]:
    path = folder / f"{uuid.uuid4().hex}.sqlite3"
    yield _environment(REGIE_SQLITE=str(path))
    for left in folder.glob(f"{path.name}*"):
        left.unlink()


@contextmanager
def _on_server(url: str, template: str = "template1") -> Iterator[Environment]:
    name = f"regie_scratch_{uuid.uuid4().hex[:12]}"
    _command(url, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield _environment(REGIE_DATABASE_URL=urlunsplit(urlsplit(url)._replace(path=f"/{name}")))
    finally:
        _command(url, f'DROP DATABASE "{name}" WITH (FORCE)')


def _command(url: str, sql: str) -> None:
    """Sends one command from the database that every server has."""
    with psycopg.connect(urlunsplit(urlsplit(url)._replace(path="/postgres")), autocommit=True) as server:
        server.execute(sql)  # type: ignore[arg-type]


def _environment(**where: str) -> Environment:
    """Our own environment with the settings of the tests, and this database instead of any other."""
    others = {
        name: value
        for name, value in os.environ.items()
        if name not in ("REGIE_SQLITE", "REGIE_DATABASE_URL")
    }
    return others | {"DJANGO_SETTINGS_MODULE": "config.settings_test", "REGIE_MODE": "test"} | where
