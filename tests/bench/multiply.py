"""The same facts more often, made by the database itself: a million rows in seconds instead of minutes."""

from django.db import connection

from regie.base.facts import Fact

FRESH = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "gen_random_uuid()"}


def multiply(model: type[Fact], times: int) -> None:
    """Every fact that is there, as it was first told, stands there `times` times, each with a name of its own."""
    quoted = connection.ops.quote_name
    table = quoted(model._meta.db_table)
    names = [field.column for field in model._meta.concrete_fields if not field.primary_key]
    into = ", ".join(quoted(name) for name in names)
    chosen = ", ".join(FRESH[connection.vendor] if name == "ref" else quoted(name) for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MAX(id) FROM {table}")
        last = cursor.fetchone()[0]
        for _ in range(times - 1):
            cursor.execute(
                f"INSERT INTO {table} ({into}) SELECT {chosen} FROM {table}"
                " WHERE corrects_id IS NULL AND id <= %s ORDER BY id",
                [last],
            )
