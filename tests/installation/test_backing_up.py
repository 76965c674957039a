"""A system manager makes a backup, tries it, and puts it back: every row the same, or not at all."""

import json
import zlib
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from regie.accounts.models import Municipality, Region
from regie.base.errors import NotNow, NotValid
from regie.installation import archive, backups
from regie.installation.backups import back_up, restore
from regie.installation.rehearsal import rehearsal
from regie.installation.tables import LEFT_OUT, TOLD, lines_of, tables
from regie.plans.models import DebtReading
from regie.privacy import append_only
from regie.privacy.models.journal import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories import debts
from tests.factories.people import guide

OPENS = pyrage.x25519.Identity.generate()
LOCKS, SAFE = str(OPENS.to_public()), str(OPENS)
pytestmark = pytest.mark.django_db(transaction=True)
# What both databases tell as the same word or whole number.
PLAIN = {
    *("AutoField", "BigAutoField", "IntegerField", "PositiveIntegerField", "PositiveSmallIntegerField"),
    *(
        "PositiveBigIntegerField",
        "BigIntegerField",
        "SmallIntegerField",
        "CharField",
        "TextField",
        "SlugField",
    ),
}


@pytest.fixture
def full(now: datetime) -> Cast:
    """Two towns, and Jayden who is guided."""
    cast = Cast.assemble(at=now)
    guide(cast, at=now)
    return cast


@pytest.fixture
def file(full: Cast, tmp_path: Path, now: datetime) -> Path:
    """A backup of that."""
    return back_up(tmp_path, key=LOCKS, keep=14, at=now)


def everything() -> dict[str, list[str]]:
    """Every row of every table."""
    return {table.name: list(lines_of(table)) for table in tables()}


@pytest.fixture(autouse=True)
def at_home(settings: Any, tmp_path: Path) -> None:
    """Places to try a restore stand in the folder of this test."""
    settings.VAR = tmp_path


class TestMaking:
    def test_leaves_one_file_that_only_we_may_read(self, file: Path):
        assert [path.name for path in file.parent.iterdir()] == [file.name]
        assert file.stat().st_mode & 0o777 == 0o600

    def test_shows_nothing_of_what_is_in_it(self, file: Path):
        assert file.read_bytes().startswith(b"age-encryption.org/v1")
        assert b"Jayden" not in file.read_bytes()
        assert b"privacy_journalentry" not in file.read_bytes()

    def test_takes_every_table_but_who_is_signed_in(self):
        ours = {name for name in connection.introspection.table_names() if not name.startswith("sqlite_")}
        assert ours - {table.name for table in tables()} <= LEFT_OUT

    def test_knows_every_kind_of_column(self):
        assert {kind for table in tables() for kind in table.kinds} - PLAIN <= set(TOLD)

    def test_keeps_the_last_ones_only(self, full: Cast, tmp_path: Path, now: datetime):
        (tmp_path / "van-een-ander.age").touch()
        made = [back_up(tmp_path, key=LOCKS, keep=2, at=now + timedelta(days=day)) for day in range(4)]
        assert sorted(tmp_path.glob("regie-*.age")) == made[2:]
        assert (tmp_path / "van-een-ander.age").exists()

    def test_what_broke_off_is_no_backup_and_goes_after_a_day(
        self, full: Cast, tmp_path: Path, now: datetime
    ):
        def breaks(*_: Any) -> Any:
            yield '{"form": 1}'
            raise RuntimeError("gone")

        with pytest.MonkeyPatch.context() as patch, pytest.raises(RuntimeError, match="gone"):
            patch.setattr(backups, "_lines", breaks)
            back_up(tmp_path, key=LOCKS, keep=2, at=now)
        assert list(tmp_path.iterdir()) == []
        left = tmp_path / ".regie-x.age.1.part"
        left.touch()
        made = back_up(
            tmp_path, key=LOCKS, keep=2, at=datetime.fromtimestamp(left.stat().st_mtime, now.tzinfo)
        )
        assert left.exists()
        made = back_up(tmp_path, key=LOCKS, keep=2, at=now + timedelta(days=9000))
        assert set(tmp_path.iterdir()) >= {made}
        assert not left.exists()

    def test_is_refused_without_a_key_or_a_folder(self, full: Cast, tmp_path: Path, now: datetime):
        with pytest.raises(NotValid, match="REGIE_BACKUP_KEY ontbreekt"):
            back_up(tmp_path, key="", keep=1, at=now)
        with pytest.raises(NotValid, match="mkdir -m 700"):
            back_up(tmp_path / "weg", key=LOCKS, keep=1, at=now)


class TestPuttingBack:
    def test_every_row_is_the_same(self, file: Path):
        before = everything()
        with rehearsal():
            sums = restore(file, key=SAFE)
            assert everything() == before
        assert sums["persons_person"].rows == 1

    def test_an_amount_comes_back_to_the_cent(self, full: Cast, tmp_path: Path, now: datetime):
        for amount in ("500.10", "0.00", "1250"):
            debts.owe(Trajectory.objects.get(), amount=amount, by=full.noor, at=now)
        before = everything()
        file = back_up(tmp_path, key=LOCKS, keep=1, at=now)
        with rehearsal():
            restore(file, key=SAFE)
            assert everything() == before
            amounts = sorted(str(one.amount) for one in DebtReading.objects.all())
            assert amounts == ["0.00", "1250.00", "500.10"]

    def test_where_only_the_tables_are_it_goes_as_well(self, file: Path):
        before = everything()
        with rehearsal():
            call_command("migrate", verbosity=0)
            restore(file, key=SAFE)
            assert everything() == before

    def test_who_was_signed_in_signs_in_again(self, full: Cast, tmp_path: Path, now: datetime):
        client = sign_in(full.noor)
        file = back_up(tmp_path, key=LOCKS, keep=1, at=now)
        assert client.get("/jongeren/").status_code == 200
        with rehearsal():
            restore(file, key=SAFE)
            assert client.get("/jongeren/").status_code == 302
            assert sign_in(full.noor).get("/jongeren/").status_code == 200

    def test_what_comes_after_goes_on_from_there(self, file: Path, now: datetime):
        with rehearsal():
            restore(file, key=SAFE)
            region = Region.objects.create(name="Later")
            Municipality.objects.create(name="Later", cbs_code="GM9999", region=region)
            with transaction.atomic(), pytest.raises(Exception, match="append-only"):
                JournalEntry.objects.filter(number=1).update(number=99)

    def test_not_into_a_database_with_something_in_it(self, file: Path):
        before = everything()
        with pytest.raises(NotNow, match="Er staan al gegevens in deze database"):
            restore(file, key=SAFE)
        assert everything() == before

    def test_trying_changes_nothing(self, file: Path, tmp_path: Path):
        before = everything()
        (tmp_path / "key").write_text(f"# uit de kluis\n{SAFE}\n")
        said = StringIO()
        call_command("restore", str(file), "--check", "--key", str(tmp_path / "key"), stdout=said)
        assert "gelijk aan de reservekopie. Het journaal klopt.\nDit was een proef" in said.getvalue()
        assert everything() == before
        assert {path.name for path in tmp_path.iterdir()} == {file.name, "key"}


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


class TestTheCommands:
    def test_say_what_was_made(self, full: Cast, settings: Any, tmp_path: Path):
        settings.REGIE_BACKUP_KEY = LOCKS
        said = StringIO()
        call_command("backup", "--to", str(tmp_path), stdout=said)
        (made,) = tmp_path.glob("regie-*.age")
        assert f"Reservekopie gemaakt: {made}" in said.getvalue()
        assert "De sleutels (REGIE_…) zitten er niet in" in said.getvalue()

    @pytest.mark.parametrize(
        ("arguments", "why"),
        [
            (["backup"], "--to MAP"),
            (["backup", "--to", "nergens", "--keep", "0"], "minstens één"),
            (["backup", "--to", "nergens"], "REGIE_BACKUP_KEY ontbreekt"),
            (["restore", "x.age", "--key", "nergens"], "niet te lezen"),
        ],
    )
    def test_refuse_in_words(self, arguments: list[str], why: str):
        with pytest.raises(CommandError, match=why):
            call_command(*arguments)


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
