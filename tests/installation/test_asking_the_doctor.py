"""A system manager asks what is wrong with his installation; each problem is one line, with its mend."""

import os
import socket
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant, User
from regie.approach.actions import load
from regie.base import clock
from regie.clocks.actions import judge_terms
from regie.installation import database, machine, queries
from regie.installation.database import database_problems
from regie.installation.machine import backup_problems, disk_problems, folder_problems, mail_problems
from regie.privacy import append_only
from regie.privacy.models.journal import JournalEntry
from tests.cast import TESTER, Cast
from tests.factories.approaches import shipped
from tests.factories.people import guide


def told(found: Any) -> str:
    """What is said, a line each."""
    return "\n".join(map(str, found))


def look(now: datetime) -> str:
    """What is wrong in the database."""
    return told(database_problems(at=now))


@pytest.fixture(autouse=True)
def database_of_the_tests(django_db_setup: None) -> None:
    """The connection names the database of the tests, also for who asks nothing of it, in any order."""


@pytest.fixture
def sound(cast: Cast, now: datetime) -> Cast:
    """An installation with all it needs: approach, facilities and a manager."""
    call_command("facilities", "load", stdout=StringIO())
    return cast


class TestTheDatabase:
    def test_is_sound(self, sound: Cast):
        assert look(clock.now()) == ""

    def test_that_is_not_made_yet_is_not_made_by_looking(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ):
        monkeypatch.setattr(queries, "connection", File(tmp_path / "regie.sqlite3"))
        assert not queries.is_there()
        (tmp_path / "regie.sqlite3").touch()
        assert queries.is_there()
        monkeypatch.setattr(database, "is_there", lambda: False)
        assert "Er is nog geen database" in told(database_problems(at=clock.now()))

    def test_that_does_not_answer_is_all_that_is_said(self, now: datetime, monkeypatch: pytest.MonkeyPatch):
        def gone() -> None:
            raise DatabaseError("connection refused\nmore")

        monkeypatch.setattr(database, "applied_migrations", gone)
        (problem,) = database_problems(at=now)
        assert problem.unsafe
        assert "De database antwoordt niet (connection refused). Start de database" in problem.line

    def test_without_approach_facilities_and_manager(self, db: None, now: datetime):
        said = look(now)
        for what in ("aanpak is niet geladen", "inrichtingen is niet geladen", "geen functioneel beheerder"):
            assert what in said
        assert said.count("bin/manage begin") == 3

    def test_whose_only_manager_left(self, sound: Cast):
        RoleGrant.objects.filter(role=Role.FUNCTIONAL_MANAGER).update(until=clock.day(clock.now()))
        assert "geen functioneel beheerder" in look(clock.now())

    def test_whose_only_manager_may_not_sign_in(self, sound: Cast):
        User.objects.filter(pk=sound.wil.pk).update(is_active=False)
        assert "geen functioneel beheerder" in look(clock.now())

    def test_that_misses_a_migration(self, sound: Cast):
        MigrationRecorder(connection).record_unapplied("partners", "0001_initial")
        assert "nog niet bijgewerkt (1 stappen)" in look(clock.now())

    def test_of_a_newer_regie_is_unsafe(self, sound: Cast):
        MigrationRecorder(connection).record_applied("partners", "9999_later")
        (problem,) = database_problems(at=clock.now())
        assert problem.unsafe
        assert "van een nieuwere Regie (partners.9999_later)" in problem.line

    def test_whose_national_layer_lays_down_no_terms(self, sound: Cast):
        text = shipped("national")
        without = text[: text.index("  deadlines.first_contact:")].rstrip() + "\n"
        load(without, filename="national.yaml", by=TESTER, at=clock.now())
        (said,) = look(clock.now()).splitlines()
        assert "De landelijke laag kent geen termijnen" in said
        assert "bin/manage approach load approaches/national.yaml" in said

    def test_where_every_term_is_off(self, sound: Cast):
        text = shipped("national")
        without = text[: text.index("  deadlines.first_contact:")].rstrip() + OFF
        load(without, filename="national.yaml", by=TESTER, at=clock.now())
        assert "De landelijke laag kent geen termijnen" in look(clock.now())

    def test_where_terms_were_not_judged_for_two_days(self, sound: Cast):
        now = clock.now()
        guide(sound, at=now)
        later = [now + timedelta(days=number) for number in (1, 2)]
        assert [look(at) for at in later[:1]] == [""]
        assert "Van 2 dagen is niet vastgelegd hoe het met de termijnen ging." in look(later[1])
        assert "bin/manage terms judge" in look(later[1])
        judge_terms(by=TESTER, at=later[0])
        assert look(later[1]) == ""

    def test_where_nobody_is_guided_nothing_is_to_be_judged(self, sound: Cast):
        assert look(clock.now() + timedelta(days=40)) == ""

    def test_with_a_changed_journal(self, sound: Cast, now: datetime):
        guide(sound, at=now)
        append_only.remove(connection)
        last = JournalEntry.objects.order_by("-pk").first()
        assert last
        JournalEntry.objects.filter(pk=last.pk).update(recorded_by_label="Iemand anders")
        append_only.install(connection)
        assert f"regel {last.number} was changed or inserted" in look(clock.now())

    def test_only_the_end_of_the_journal_is_read(
        self, sound: Cast, now: datetime, monkeypatch: pytest.MonkeyPatch
    ):
        guide(sound, at=now)
        chain = JournalEntry.objects.order_by("-pk").values_list("chain_id", flat=True)[0]
        append_only.remove(connection)
        JournalEntry.objects.filter(chain_id=chain, number=1).update(recorded_by_label="Iemand anders")
        append_only.install(connection)
        assert "regel 1 " in look(clock.now())
        monkeypatch.setattr(database, "ENTRIES", 1)
        assert "regel 1 " not in look(clock.now())

    def test_that_is_ahead_of_the_clock(self, sound: Cast, now: datetime):
        guide(sound, at=now)
        assert "De klok van deze computer loopt achter" in look(now - timedelta(days=1))


class TestTheComputer:
    def test_is_sound(self, settings: Any, tmp_path: Path):
        at_home(settings, tmp_path)
        found = [*folder_problems(), *disk_problems(), *mail_problems(), *backup_problems(at=clock.now())]
        assert told(found) == ""

    def test_with_a_folder_that_others_may_enter(self, settings: Any, tmp_path: Path):
        at_home(settings, tmp_path)
        tmp_path.chmod(0o750)
        (problem,) = folder_problems()
        assert problem.unsafe
        assert f"chmod 700 {tmp_path}" in problem.line

    def test_without_its_folder(self, settings: Any, tmp_path: Path):
        at_home(settings, tmp_path / "weg")
        (problem,) = folder_problems()
        assert problem.unsafe
        assert "mkdir -m 700" in problem.line

    def test_looks_at_the_folder_of_sqlite_too(
        self, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        at_home(settings, tmp_path)
        (tmp_path / "elders").mkdir(mode=0o755)
        monkeypatch.setattr(queries, "connection", File(tmp_path / "elders/regie.sqlite3"))
        assert f"chmod 700 {tmp_path}/elders" in told(folder_problems())

    def test_with_a_full_disk(self, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        at_home(settings, tmp_path)
        monkeypatch.setattr(machine, "LEAST_ROOM", 1024**6)
        assert "bijna vol" in told(disk_problems())

    def test_without_mail(self, settings: Any):
        with socket.socket() as taken:  # bound, and nobody listens
            taken.bind(("127.0.0.1", 0))
            settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
            settings.EMAIL_HOST, settings.EMAIL_PORT = taken.getsockname()
            assert "De mailserver 127.0.0.1 antwoordt niet" in told(mail_problems())

    def test_without_a_fresh_backup(self, settings: Any, tmp_path: Path):
        at_home(settings, tmp_path)
        assert "2 dagen oud" in told(backup_problems(at=clock.now() + timedelta(days=2, hours=1)))
        assert told(backup_problems(at=clock.now() + timedelta(days=1))) == ""
        (tmp_path / "regie-1.age").unlink()
        assert "nog geen reservekopie" in told(backup_problems(at=clock.now()))
        settings.REGIE_BACKUPS = None
        settings.REGIE_BACKUP_KEY = "x"
        found = told(backup_problems(at=clock.now()))
        assert "geen map voor reservekopieën" in found
        assert "REGIE_BACKUP_KEY ontbreekt" in found


class TestTheCommand:
    def test_ends_well_when_all_is_well(self, sound: Cast, settings: Any, tmp_path: Path):
        at_home(settings, tmp_path)
        assert ask() == "Alles in orde.\n"
        assert ask("--unsafe") == ""

    def test_ends_with_an_error_when_something_is_not(self, db: None, settings: Any, tmp_path: Path):
        at_home(settings, tmp_path)
        with pytest.raises(CommandError, match="3 punten om te herstellen"):
            ask()

    def test_that_looks_for_what_is_unsafe_says_nothing_else(self, db: None, settings: Any, tmp_path: Path):
        at_home(settings, tmp_path)
        assert ask("--unsafe") == ""
        tmp_path.chmod(0o755)
        with pytest.raises(CommandError, match="1 punt om te herstellen"):
            ask("--unsafe")


OFF = """
  deadlines.first_contact:
    value: off
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
"""


class File:
    """A connection to a SQLite file, as far as is asked."""

    vendor = "sqlite"

    def __init__(self, path: Path) -> None:
        self.settings_dict = {"NAME": path}


def at_home(settings: Any, folder: Path) -> None:
    """An installation whose folder for data is this one, with a backup of this moment."""
    if folder.exists():
        folder.chmod(0o700)
        backup, made = folder / "regie-1.age", clock.now().timestamp()
        backup.touch()
        os.utime(backup, (made, made))
    settings.VAR = settings.REGIE_BACKUPS = folder
    settings.REGIE_CLAMD = "none"
    settings.REGIE_BACKUP_KEY = str(pyrage.x25519.Identity.generate().to_public())


def ask(*options: str) -> str:
    """What bin/manage doctor says."""
    said = StringIO()
    call_command("doctor", *options, stdout=said)
    return said.getvalue()
