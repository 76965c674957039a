"""A backup that is not right is refused: it leaves nothing, and it is said what is wrong with it."""

import json
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.db import connection

from regie.accounts.models import Region
from regie.base.errors import NotNow, NotValid
from regie.installation import archive, backups
from regie.installation.backups import back_up, restore
from regie.installation.rehearsal import rehearsal
from regie.privacy import append_only
from regie.privacy.models.journal import JournalEntry
from tests.cast import Cast
from tests.installation.conftest import LOCKS, LONG_ON_A_SERVER, OPENS, SAFE

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("at_home"),
    *LONG_ON_A_SERVER,
]


class TestWhatIsNotRight:
    def test_is_refused_and_leaves_nothing(self, file: Path):
        whole = file.read_bytes()
        for what in ("cut", "cut at the end", "changed", "empty", "other", "not there"):
            spoil(file, whole, what)
            with rehearsal():
                with pytest.raises(NotValid, match=r"is er niet|geen volledige reservekopie"):
                    restore(file, key=SAFE)
                assert connection.introspection.table_names() == [], what

    def test_another_key_is_named(self, file: Path):
        with rehearsal(), pytest.raises(NotValid, match="past niet op deze reservekopie"):
            restore(file, key=str(pyrage.x25519.Identity.generate()))

    @pytest.mark.parametrize("key", ["", "wachtwoord", LOCKS, "AGE-SECRET-KEY-1X"])
    def test_what_is_no_key_is_named(self, tmp_path: Path, key: str):
        with pytest.raises(NotValid, match="geen sleutel die opent"):
            restore(tmp_path, key=key)

    def test_lines_that_do_not_add_up(self, full: Cast, tmp_path: Path, now: datetime):
        lines = list(backups._lines(now))
        wrong = {drop: without(lines, drop) for drop in ("end", "digest", "row", "table")}
        wrong["value"] = [line.replace("Sittard-Geleen", "Sittard-Galeen") for line in lines]
        for more in ("[1]", '{"x": 1}', '{"table": "x"}', '{"rows": 0, "digest": ""}'):
            wrong[more] = [lines[0], more, *lines[1:]]
        for what, told in wrong.items():
            archive.write(tmp_path / "x.age", told, archive.locks_with(LOCKS))
            with rehearsal():
                with pytest.raises(NotValid, match="geen volledige reservekopie"):
                    restore(tmp_path / "x.age", key=SAFE)
                assert connection.introspection.table_names() == [], what

    @pytest.mark.parametrize("what", ["no end", "half a line more", "not pressed", "no line", "no text"])
    def test_what_opens_and_is_no_backup(self, full: Cast, tmp_path: Path, now: datetime, what: str):
        body = "".join(f"{line}\n" for line in backups._lines(now)).encode()
        wrong = {
            "no end": zlib.compress(body)[:-4],
            "half a line more": zlib.compress(body + b"[1"),
            "not pressed": body,
            "no line": zlib.compress(b"[1\n" + body),
            "no text": zlib.compress(b"\xff\n" + body),
        }[what]
        (tmp_path / "x.age").write_bytes(pyrage.encrypt(wrong, [OPENS.to_public()]))
        with rehearsal(), pytest.raises(NotValid, match="geen volledige reservekopie"):
            restore(tmp_path / "x.age", key=SAFE)

    def test_rows_that_the_database_changed_on_the_way(self, file: Path, monkeypatch: pytest.MonkeyPatch):
        put = backups.insert

        def forgetful(table: Any, rows: list[Any]) -> None:
            put(table, rows[:-1] if table.name == "approach_edition" else rows)

        monkeypatch.setattr(backups, "insert", forgetful)
        with rehearsal():
            with pytest.raises(NotValid, match="approach_edition niet gelijk"):
                restore(file, key=SAFE)
            assert not Region.objects.exists()

    @pytest.mark.parametrize("other", ["older", "newer"])
    def test_a_backup_of_another_regie(self, full: Cast, tmp_path: Path, now: datetime, other: str):
        head, *lines = backups._lines(now)
        told = json.loads(head)
        known = told["migrations"]
        told["migrations"] = known[1:] if other == "older" else [*known, ["persons", "9999_later"]]
        file = tmp_path / "regie-x.age"
        archive.write(file, [json.dumps(told), *lines], archive.locks_with(LOCKS))
        with rehearsal(), pytest.raises(NotNow, match="Neem eerst de Regie van toen"):
            restore(file, key=SAFE)

    def test_it_says_what_the_database_has_had(self, full: Cast, now: datetime, monkeypatch: Any):
        monkeypatch.setattr(backups, "applied_migrations", lambda: {("accounts", "0001_initial"), ("x", "y")})
        assert json.loads(next(backups._lines(now)))["migrations"] == [["accounts", "0001_initial"]]

    def test_a_journal_that_was_changed(self, full: Cast, tmp_path: Path, now: datetime):
        append_only.remove(connection)
        JournalEntry.objects.filter(number=1).update(recorded_by_label="Iemand anders")
        append_only.install(connection)
        file = back_up(tmp_path, key=LOCKS, keep=1, at=now)
        with rehearsal():
            with pytest.raises(NotValid, match="Het journaal in deze reservekopie klopt niet"):
                restore(file, key=SAFE)
            assert not Region.objects.exists()


def spoil(file: Path, body: bytes, what: str) -> None:
    """Damages a file in one way."""
    middle = len(body) // 2
    worse = {
        "cut": body[:middle],
        "cut at the end": body[:-1],
        "changed": body[:middle] + bytes([body[middle] ^ 1]) + body[middle + 1 :],
        "empty": b"",
        "other": b"Dit is een brief.\n" * 50,
    }
    file.unlink(missing_ok=True)
    if what in worse:
        file.write_bytes(worse[what])


def without(lines: list[str], drop: str) -> list[str]:
    """The lines without one."""
    at = {
        "end": -1,
        "digest": next(number for number, line in enumerate(lines) if '"digest"' in line),
        "row": next(number for number, line in enumerate(lines) if line.startswith("[")),
        "table": next(number for number, line in enumerate(lines) if '"table"' in line),
    }[drop]
    return [line for number, line in enumerate(lines) if number != at % len(lines)]
