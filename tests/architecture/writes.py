"""Notices what is written to the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

WRITE = re.compile(r'\s*(?:INSERT INTO|REPLACE INTO|UPDATE|DELETE FROM|TRUNCATE)\s+"?(\w+)', re.IGNORECASE)


@contextmanager
def tables_written() -> Iterator[set[str]]:
    """The tables that are written to in the meantime."""
    written: set[str] = set()

    def notice(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        if found := WRITE.match(sql):
            written.add(found[1])
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(notice):
        yield written
