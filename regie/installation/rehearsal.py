"""A place to try a restore, of the same kind as the database, that is gone afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from regie.base.errors import NotNow
from regie.privacy import vault

SCHEMA = "regie_rehearsal"


@contextmanager
def rehearsal() -> Iterator[None]:
    """While this lasts, the database is an empty one, and so is the vault."""
    place_of = _schema if connection.vendor == "postgresql" else _file
    with _vault(), place_of() as place, _standing_in(place):
        yield


@contextmanager
def _vault() -> Iterator[None]:
    place = tempfile.TemporaryDirectory(dir=settings.VAR, prefix="rehearsal-")
    with place as folder, vault.elsewhere(Path(folder) / "papers"):
        yield


@contextmanager
def _file() -> Iterator[dict[str, Any]]:
    # In the folder of the data itself: nobody else may look there.
    with tempfile.TemporaryDirectory(dir=settings.VAR, prefix="rehearsal-") as folder:
        yield {"NAME": Path(folder) / "regie.sqlite3"}


@contextmanager
def _schema() -> Iterator[dict[str, Any]]:
    drop = f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"
    try:
        with connection.cursor() as cursor:
            cursor.execute(drop)
            cursor.execute(f"CREATE SCHEMA {SCHEMA}")
    except DatabaseError as error:
        name = connection.settings_dict["NAME"]
        raise NotNow(
            f"De database laat ons geen plek maken om te proberen ({str(error).splitlines()[0]}). "
            f"Doe als beheerder van PostgreSQL: GRANT CREATE ON DATABASE {name} TO {connection.settings_dict['USER']}"
        ) from None
    try:
        yield {"OPTIONS": {"options": f"-c search_path={SCHEMA}"}}
    finally:
        with connection.cursor() as cursor:
            cursor.execute(drop)


@contextmanager
def _standing_in(place: dict[str, Any]) -> Iterator[None]:
    """Lets another connection be the one that everything asks."""
    kept: Any = connections["default"]
    other: BaseDatabaseWrapper = type(kept)({**kept.settings_dict, **place}, "default")
    connections["default"] = other
    try:
        yield
    finally:
        other.close()
        connections["default"] = kept
