"""Which tests say the same on both databases: bin/test runs them on SQLite only, bin/prove on PostgreSQL (ADR 63)."""

import pytest
from django.test import TransactionTestCase

DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}
# Every page as everybody, for its markup; that it works on PostgreSQL too, the matrix asks.
VISITS = "visited"


def asks_a_database(test: pytest.Item) -> bool:
    """Whether it may ask one: pytest-django lets nobody else do so."""
    of_django = issubclass(getattr(test, "cls", None) or object, TransactionTestCase)
    return of_django or bool(test.get_closest_marker("django_db") or DATABASE & {*_fixtures(test)})


def says_the_same_on_both(test: pytest.Item) -> bool:
    """Whether another database makes no difference to what it looks at."""
    return VISITS in _fixtures(test) or not asks_a_database(test)


def _fixtures(test: pytest.Item) -> list[str]:
    return getattr(test, "fixturenames", [])
