"""Database triggers that let rows be added and never changed or removed, on SQLite and PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("privacy_journalentry", "privacy_accessentry")

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION regie_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def install(connection: BaseDatabaseWrapper) -> None:
    """Puts the triggers on every append-only table."""
    _run(connection, [_POSTGRESQL_FUNCTION] if connection.vendor == "postgresql" else [])
    for table in TABLES:
        _run(connection, _create(connection.vendor, table))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Takes the triggers away: for a migration backwards, and for tests that empty their database."""
    for table in TABLES:
        _run(connection, _drop(connection.vendor, table))


def _create(vendor: str, table: str) -> list[str]:
    if vendor == "postgresql":
        return [
            f"CREATE TRIGGER {table}_rows BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION regie_append_only()",
            f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION regie_append_only()",
        ]
    return [
        f"CREATE TRIGGER {table}_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for act in ("UPDATE", "DELETE")
    ]


def _drop(vendor: str, table: str) -> list[str]:
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {table}_{part} ON {table}" for part in ("rows", "whole")]
    return [f"DROP TRIGGER IF EXISTS {table}_{act}" for act in ("UPDATE", "DELETE")]


def _run(connection: BaseDatabaseWrapper, statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
