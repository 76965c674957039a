"""The journal: written with the change, chained, append-only, and found out when somebody tampers."""

import json
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from regie.privacy import append_only
from regie.privacy.actions import journal
from regie.privacy.enums import Verb
from regie.privacy.models import AccessEntry, JournalEntry
from regie.privacy.queries import flaws, heads
from tests.cast import TESTER, Cast
from tests.factories import people


@pytest.fixture
def written(db, now) -> list[JournalEntry]:
    """Five entries in one chain and one in another."""
    with transaction.atomic():
        first = [_write("GM1883", now) for _ in range(5)]
        return [*first, _write("GM0917", now)]


def _write(chain: str, now) -> JournalEntry:
    return journal(
        Verb.CONTACT_LOGGED, chain=chain, subject=uuid.uuid4(), fields=["words"], by=TESTER, at=now
    )


@pytest.fixture
def tamper(db):
    """Does what an attacker with the database's own password can do: lift the triggers and change rows."""

    def execute(sql: str, *values: object) -> None:
        append_only.remove(connection)
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
        append_only.install(connection)

    return execute


def found() -> list[tuple[str, int, str]]:
    return [(flaw.chain, flaw.number, flaw.sentence) for flaw in flaws()]


class TestWriting:
    def test_each_municipality_has_a_chain_of_its_own(self, written):
        assert {code: head.number for code, head in heads().items()} == {"GM1883": 5, "GM0917": 1}
        assert found() == []

    @pytest.mark.django_db(transaction=True)
    def test_never_outside_the_transaction_of_the_change(self, now):
        with pytest.raises(RuntimeError, match="same transaction"):
            _write("GM1883", now)

    def test_it_goes_when_the_change_goes(self, db, now):
        def write_and_fail() -> None:
            with transaction.atomic():
                _write("GM1883", now)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            write_and_fail()
        assert not JournalEntry.objects.exists()

    def test_it_names_fields_in_a_fixed_order_and_no_values(self, written):
        assert written[0].fields == ["words"]
        assert {field.name for field in JournalEntry._meta.get_fields()} == {
            "id", "recorded_at", "recorded_by_kind", "recorded_by_id", "recorded_by_label",
            "chain", "number", "verb", "subject", "fields", "previous", "hash",
        }  # fmt: skip


class TestTheDatabaseRefuses:
    @pytest.mark.parametrize("table", append_only.TABLES)
    @pytest.mark.parametrize("sql", ["UPDATE {} SET recorded_by_label = 'x'", "DELETE FROM {}"])
    def test_changing_or_removing(self, cast: Cast, trajectory, noor, table: str, sql: str):
        noor.get(f"/jongeren/{trajectory.person.ref}/")
        assert AccessEntry.objects.exists()
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql.format(table))

    @pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL has TRUNCATE")
    @pytest.mark.parametrize("table", append_only.TABLES)
    def test_emptying(self, written, table: str):
        with (
            pytest.raises(DatabaseError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"TRUNCATE {table}")

    def test_two_entries_with_one_number(self, written):
        entry = written[0]
        entry.pk = None
        with pytest.raises(DatabaseError), transaction.atomic():
            entry.save(force_insert=True)


class TestTamperingIsFound:
    @pytest.mark.parametrize(
        "change",
        [
            "verb = 'role.granted'", "recorded_by_label = 'Bas'", "recorded_by_id = '99'", "recorded_by_kind = 'staff'",
            "fields = '[]'", "recorded_at = '2020-01-01 00:00:00+00'", "subject = '00000000000000000000000000000001'",
        ],
    )  # fmt: skip
    def test_a_changed_entry(self, written, tamper: Callable, change: str):
        tamper(f"UPDATE privacy_journalentry SET {change} WHERE id = %s", written[2].pk)
        assert found() == [("GM1883", 3, "was changed or inserted")]

    def test_a_changed_entry_that_was_hashed_anew_without_the_key(self, written, tamper: Callable):
        tamper("UPDATE privacy_journalentry SET hash = %s WHERE id = %s", "0" * 64, written[2].pk)
        assert ("GM1883", 3, "was changed or inserted") in found()
        assert ("GM1883", 4, "does not follow the entry before it") in found()

    def test_a_removed_entry(self, written, tamper: Callable):
        tamper("DELETE FROM privacy_journalentry WHERE id = %s", written[2].pk)
        assert found() == [("GM1883", 3, "is missing")]

    def test_a_removed_first_entry(self, written, tamper: Callable):
        tamper("DELETE FROM privacy_journalentry WHERE id = %s", written[0].pk)
        assert found() == [("GM1883", 1, "is missing")]

    def test_a_removed_entry_whose_followers_were_renumbered(self, written, tamper: Callable):
        tamper("DELETE FROM privacy_journalentry WHERE id = %s", written[2].pk)
        for entry in written[3:5]:
            tamper("UPDATE privacy_journalentry SET number = number - 1 WHERE id = %s", entry.pk)
        assert ("GM1883", 3, "does not follow the entry before it") in found()

    def test_an_inserted_entry(self, written, tamper: Callable):
        last = written[4]
        forged = JournalEntry(
            chain_id="GM1883", number=6, verb=last.verb, subject=last.subject, fields=[], previous=last.hash,
            recorded_at=last.recorded_at, recorded_by_kind="staff", recorded_by_id="1", recorded_by_label="Noor",
            hash="f" * 64,
        )  # fmt: skip
        forged.save()
        assert found() == [("GM1883", 6, "was changed or inserted")]

    def test_an_entry_moved_to_another_chain(self, written, tamper: Callable):
        tamper("UPDATE privacy_journalentry SET chain_id = 'GM0917', number = 2 WHERE id = %s", written[4].pk)
        assert ("GM0917", 2, "was changed or inserted") in found()

    def test_a_cut_tail_is_found_by_an_exported_head(self, written, tamper: Callable):
        exported = heads()
        tamper("DELETE FROM privacy_journalentry WHERE id = %s", written[4].pk)
        assert found() == []
        assert [(flaw.chain, flaw.number) for flaw in flaws(exported)] == [("GM1883", 5)]

    def test_a_whole_chain_that_is_gone_is_found_by_an_exported_head(self, written, tamper: Callable):
        exported = heads()
        tamper("DELETE FROM privacy_journalentry WHERE chain_id = %s", "GM0917")
        tamper("DELETE FROM privacy_journalchain WHERE code = %s", "GM0917")
        assert [(flaw.chain, flaw.number) for flaw in flaws(exported)] == [("GM0917", 1)]

    def test_a_longer_chain_still_holds_an_older_head(self, written, now):
        exported = heads()
        with transaction.atomic():
            _write("GM1883", now)
        assert list(flaws(exported)) == []


class TestTheCommand:
    def test_it_says_that_all_is_well(self, written, capsys):
        call_command("journal", "verify")
        assert capsys.readouterr().out == "The journal is whole: 6 entries.\n"

    def test_it_names_the_flaw_and_fails(self, written, tamper: Callable, capsys):
        tamper("DELETE FROM privacy_journalentry WHERE id = %s", written[2].pk)
        with pytest.raises(CommandError, match="not whole"):
            call_command("journal", "verify")
        assert capsys.readouterr().err == "GM1883: entry 3 is missing.\n"

    def test_heads_are_printed_and_read_back(self, written, tamper: Callable, capsys, tmp_path: Path):
        call_command("journal", "heads")
        kept = tmp_path / "heads.json"
        kept.write_text(capsys.readouterr().out)
        call_command("journal", "verify", heads=kept)
        tamper("DELETE FROM privacy_journalentry WHERE id = %s", written[4].pk)
        with pytest.raises(CommandError):
            call_command("journal", "verify", heads=kept)

    @pytest.mark.parametrize("content", ["", "[1]", '{"GM1883": {"x": 1}}', json.dumps({"GM1883": 3})])
    def test_a_wrong_file_is_refused_in_words(self, db, tmp_path: Path, content: str):
        wrong = tmp_path / "heads.json"
        wrong.write_text(content)
        with pytest.raises(CommandError, match="is not a file that"):
            call_command("journal", "verify", heads=wrong)


class TestTheAccessLog:
    @pytest.mark.parametrize(("who", "ground"), [("noor", "assignment"), ("fatima", "coordination")])
    def test_opening_a_file_is_written_down(self, cast: Cast, trajectory, request, who: str, ground: str):
        request.getfixturevalue(who).get(f"/jongeren/{trajectory.person.ref}/")
        entry = AccessEntry.objects.get()
        assert (entry.subject, entry.page, entry.ground) == (trajectory.person.ref, "desk:person", ground)
        assert (entry.recorded_by_label, entry.municipality_code) == (who.capitalize(), "GM1883")

    def test_reading_a_referral_too(self, cast: Cast, referral, sem):
        sem.get(f"/aanmeldingen/{referral.ref}/")
        assert AccessEntry.objects.get().ground == "screening"

    def test_who_was_refused_opened_nothing(self, cast: Cast, trajectory, sem, bas):
        for stranger in (sem, bas):
            assert stranger.get(f"/jongeren/{trajectory.person.ref}/").status_code == 404
        assert not AccessEntry.objects.exists()

    def test_the_form_of_his_contact_shows_his_words_and_is_written_down(
        self, cast: Cast, trajectory, now, noor
    ):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        noor.get(f"/contacten/{moment.ref}/verbetering/")
        assert AccessEntry.objects.get().page == "desk:correct_contact"
