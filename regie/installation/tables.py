"""Every row of every table, in one form for both databases, and back again."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

BATCH = 1000
# Not in a backup: who is signed in signs in again, and a mail that waits is queued anew (ADR 33).
LEFT_OUT = frozenset({"django_session", "shared_cache", "django_migrations", DBTaskResult._meta.db_table})
# Filled by migrating an empty database.
FILLED_BY_MIGRATING = frozenset({"django_content_type", "auth_permission"})
Row = list[Any]


@dataclass(frozen=True)
class Table:
    """A table, its columns with what they hold, and the column that puts its rows in order."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    key: str

    @property
    def listed(self) -> str:
        """Its columns, as SQL names them."""
        return ", ".join(connection.ops.quote_name(column) for column in self.columns)


@dataclass(frozen=True)
class Sum:
    """What two equal tables have in common: how many rows, and a digest of all of them in order."""

    rows: int
    digest: str


def tables() -> list[Table]:
    """Every table that goes into a backup."""
    models = [model._meta for model in apps.get_models(include_auto_created=True)]
    return [
        Table(
            meta.db_table,
            tuple(str(field.column) for field in meta.concrete_fields),
            tuple(_kind(field) for field in meta.concrete_fields),
            str(meta.pk.column),
        )
        for meta in sorted(models, key=lambda meta: meta.db_table)
        if meta.managed and meta.db_table not in LEFT_OUT
    ]


@contextmanager
def snapshot() -> Iterator[None]:
    """While this lasts, reading sees the database as it was at its first question; who writes does not wait."""
    if connection.vendor == "postgresql":
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # and not IMMEDIATE, as we write: that would hold up everyone
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def lines_of(table: Table) -> Iterator[str]:
    """Every row as a line of JSON, in the order of its key."""
    quote = connection.ops.quote_name
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {table.listed} FROM {quote(table.name)} ORDER BY {quote(table.key)}")  # noqa: S608 - our own names
        while rows := cursor.fetchmany(BATCH):
            for row in rows:
                yield as_line([_told(kind, value) for kind, value in zip(table.kinds, row, strict=True)])


def as_line(row: Row) -> str:
    """One row, the same text for the same row."""
    return json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def insert(table: Table, rows: Iterable[Row]) -> None:
    """Adds rows as they were told."""
    kept = [[_kept(kind, value) for kind, value in zip(table.kinds, row, strict=True)] for row in rows]
    places = ", ".join(["%s"] * len(table.columns))
    name = connection.ops.quote_name(table.name)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {name} ({table.listed}) VALUES ({places})", kept)  # noqa: S608 - our own names


def summed(lines: Iterable[str]) -> Sum:
    """The sum of a table that is read now."""
    summing = Summing()
    for line in lines:
        summing.add(line)
    return summing.sum()


class Summing:
    """Adds the rows of a table up, one by one."""

    def __init__(self) -> None:
        self.rows = 0
        self.digest = sha256()

    def add(self, line: str) -> None:
        """One row more."""
        self.rows += 1
        self.digest.update(f"{line}\n".encode())

    def sum(self) -> Sum:
        """The sum so far."""
        return Sum(self.rows, self.digest.hexdigest())


def full_tables() -> list[str]:
    """The tables that hold rows already, but for what migrating fills."""
    there = set(connection.introspection.table_names())
    wanted = [table for table in tables() if table.name in there - FILLED_BY_MIGRATING]
    return [table.name for table in wanted if next(lines_of(table), None) is not None]


def empty_what_migrating_filled() -> None:
    """Makes room for the rows of the backup."""
    with connection.cursor() as cursor:
        for name in sorted(FILLED_BY_MIGRATING):  # permissions point to content types
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(name)}")  # noqa: S608 - our own names


def continue_numbering() -> None:
    """Lets the next row get a number after the last one of the backup."""
    models = apps.get_models(include_auto_created=True)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _kind(field: Any) -> str:
    """What a column holds; a key holds what the column it points to holds."""
    target = field.target_field if field.is_relation else field
    return str(target.get_internal_type())


def _told(kind: str, value: Any) -> Any:
    """A value of the database in the form of a backup."""
    if value is None or (type(value) in (int, str) and kind not in TOLD):
        return value
    return TOLD[kind](value)


def _kept(kind: str, value: Any) -> Any:
    """A value of a backup in the form of the database."""
    return KEPT[kind](value) if value is not None and kind in KEPT else value


def _moment(value: Any) -> str:
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return (value.astimezone(UTC) if value.tzinfo else value).replace(tzinfo=None).isoformat(" ")


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _decimal(value: Any) -> str:
    """Without the zeros behind it: one database keeps them, the other does not."""
    return f"{Decimal(str(value)).normalize() + 0:f}"


TOLD: dict[str, Callable[[Any], Any]] = {
    "BooleanField": bool,
    "UUIDField": lambda value: UUID(str(value)).hex,
    "DateTimeField": _moment,
    "DateField": _iso,
    "TimeField": _iso,
    "DecimalField": _decimal,
    "JSONField": lambda value: json.loads(value) if isinstance(value, str) else value,
    "BinaryField": lambda value: b64encode(bytes(value)).decode(),
}
KEPT: dict[str, Callable[[Any], Any]] = {"JSONField": json.dumps, "BinaryField": b64decode}
