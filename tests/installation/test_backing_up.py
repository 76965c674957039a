"""A system manager makes a backup, tries it, and puts it back: every row the same, or not at all."""

from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from regie.accounts.models import Municipality, Region
from regie.base.errors import NotNow, NotValid
from regie.installation import backups
from regie.installation.backups import back_up, restore
from regie.installation.rehearsal import rehearsal
from regie.installation.tables import LEFT_OUT, TOLD, tables
from regie.plans.models import DebtReading
from regie.privacy.models.journal import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast, sign_in
from tests.factories import debts
from tests.installation.conftest import LOCKS, LONG_ON_A_SERVER, SAFE, everything

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("at_home")]
# What both databases tell as the same word or whole number.
PLAIN = {
    *("AutoField", "BigAutoField", "IntegerField", "PositiveIntegerField", "PositiveSmallIntegerField"),
    *("PositiveBigIntegerField", "BigIntegerField", "SmallIntegerField", "SlugField"),
    *("CharField", "TextField"),
}


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
    pytestmark = LONG_ON_A_SERVER

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
