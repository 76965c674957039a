"""A monitor asks whether Regie lives and is ready; it learns one word, whoever asks and however."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from regie.installation import queries

Counts = Callable[[int], Any]


def ask(path: str, client: Client | None = None, **how: Any) -> tuple[int, str]:
    """The answer, and that nobody keeps it."""
    answer = (client or Client()).get(path, **how)
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    return answer.status_code, answer.content.decode()


class TestItLives:
    def test_without_a_database(self):
        # No database is allowed in this test: asking one would be an error.
        assert ask("/gezond/") == (200, "gezond\n")

    def test_by_any_name_and_without_https(self, settings: Any):
        settings.SECURE_SSL_REDIRECT = True
        settings.ALLOWED_HOSTS = ["regie.example.org"]
        assert ask("/gezond/", headers={"host": "10.0.0.7:8000"}) == (200, "gezond\n")

    def test_and_asks_nothing_of_who_is_signed_in(self, noor: Client, django_assert_num_queries: Counts):
        with django_assert_num_queries(0):
            assert ask("/gezond/", noor) == (200, "gezond\n")


class TestItIsReady:
    def test_when_the_database_is_up_to_date(self, db: None, django_assert_num_queries: Counts):
        ask("/klaar/")
        with django_assert_num_queries(2):  # is there a table of migrations, and what is in it
            assert ask("/klaar/") == (200, "klaar\n")

    def test_and_not_when_a_migration_is_missing(self, db: None):
        MigrationRecorder(connection).record_unapplied("partners", "0001_initial")
        assert ask("/klaar/") == (503, "niet klaar\n")

    def test_and_not_when_the_database_is_gone(self, monkeypatch: pytest.MonkeyPatch):
        def gone() -> None:
            raise DatabaseError("password for regie at db.example.org")

        monkeypatch.setattr(queries, "is_there", lambda: True)
        monkeypatch.setattr(queries, "applied_migrations", gone)
        assert ask("/klaar/") == (503, "niet klaar\n")

    def test_a_newer_database_is_no_reason_to_stop(self, db: None):
        # While an upgrade goes on, the old Regie still answers.
        MigrationRecorder(connection).record_applied("partners", "9999_later")
        assert ask("/klaar/") == (200, "klaar\n")


def test_every_other_address_goes_by_the_front_door(db: None):
    cache.clear()
    assert Client().get("/gezond/anders/").status_code == 404
    assert Client().get("/jongeren/").status_code == 302
