"""Counts what a page asks of the database."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

# In a test a transaction is a savepoint; it is no question.
FRAMING = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


def questions(visit: Callable[[], Any]) -> list[str]:
    """The SQL that a visit sends, without the begin and end of transactions."""
    with CaptureQueriesContext(connection) as captured:
        visit()
    return [q["sql"] for q in captured.captured_queries if not q["sql"].lstrip().startswith(FRAMING)]
