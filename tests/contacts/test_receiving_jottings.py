"""Notes that an officer wrote on a telephone without a network arrive: opened, in order, each once, seen by him only."""

import json
import uuid
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotValid
from regie.contacts.actions import receive_jottings
from regie.contacts.models import Jotting
from regie.contacts.rules import LONGEST_JOTTING, Jotted, read_jotting
from regie.desk.forms.jottings import MOST
from regie.privacy.envelopes import newest_key
from regie.privacy.models import JournalEntry
from tests.cast import Cast, sign_in
from tests.factories.jottings import TOLD, jot, seal, send


def kept(answer) -> list[bool]:
    assert answer.status_code == 200, answer.content
    return [one["kept"] for one in answer.json()["answers"]]


def words() -> list[str]:
    return [one.words for one in Jotting.objects.order_by("pk")]


class TestItWorks:
    def test_in_the_order_in_which_they_were_written(self, cast: Cast, noor: Client):
        notes = [seal(cast.noor, words=text) for text in ("Een.", "Twee.", "Drie.")]
        assert kept(send(noor, *notes)) == [True, True, True]
        assert words() == ["Een.", "Twee.", "Drie."]

    def test_what_it_says_comes_along(self, cast: Cast, now):
        note = jot(cast.noor, at=now)
        assert (note.about, note.kind, note.outcome) == ("Jayden", "phone", "made")
        assert f"{note.told_at:%Y-%m-%d %H:%M %z}" == "2026-11-17 13:05 +0000"
        assert note.recorded_at == now

    def test_the_telephone_hears_in_whose_name_it_can_send(self, cast: Cast, noor: Client):
        standing = noor.get(reverse("desk:jottings")).json()
        assert standing["writer"] == str(cast.noor.ref)
        assert standing["token"]

    def test_the_journal_says_that_it_arrived_and_not_what_it_says(self, cast: Cast, now):
        note = jot(cast.noor, at=now)
        entry = JournalEntry.objects.get(verb="jotting.kept")
        assert (entry.chain_id, entry.subject) == (cast.here.cbs_code, note.ref)
        assert "lasser" not in str(vars(entry))

    def test_the_words_are_sealed_in_the_database(self, cast: Cast, now):
        jot(cast.noor, at=now)
        with connection.cursor() as cursor:
            cursor.execute("SELECT words, about FROM contacts_jotting")
            (row,) = cursor.fetchall()
        assert all(b"lasser" not in bytes(part) and b"Jayden" not in bytes(part) for part in row)


class TestOnce:
    def test_sent_again_it_is_kept_once(self, cast: Cast, noor: Client):
        note = seal(cast.noor)
        assert kept(send(noor, note)) == kept(send(noor, note)) == kept(send(noor, note, note)).copy()[:1]
        assert Jotting.objects.count() == 1

    def test_also_after_it_was_thrown_away(self, cast: Cast, noor: Client, now):
        note = seal(cast.noor)
        send(noor, note)
        Jotting.objects.get().throw_away(by=cast.noor.acting(now), at=now)
        assert kept(send(noor, note)) == [True]
        assert not Jotting.objects.open().exists()


class TestItIsRefused:
    """And stays on the telephone, for the answer says so; of its words nothing is here."""

    def refused(self, noor: Client, note, sentence: str) -> None:
        (answer,) = send(noor, note).json()["answers"]
        assert not answer["kept"]
        assert sentence in answer["sentence"]
        assert not Jotting.objects.readable().exists()

    def test_in_the_name_of_another(self, cast: Cast, noor: Client):
        self.refused(noor, seal(cast.noor, to=cast.sem), "niet te openen")

    def test_as_another_note(self, cast: Cast, noor: Client):
        self.refused(noor, replace(seal(cast.noor), ref=uuid.uuid4()), "niet te openen")

    @pytest.mark.parametrize(
        "change", [lambda sealed: sealed[:-1], lambda sealed: b"", lambda sealed: b"x" * 99]
    )
    def test_garbled(self, cast: Cast, noor: Client, change):
        note = seal(cast.noor)
        self.refused(noor, replace(note, sealed=change(note.sealed)), "niet te openen")

    def test_too_large(self, cast: Cast, noor: Client):
        self.refused(noor, seal(cast.noor, raw=b"x" * 70_000), "te lang")

    def test_sealed_to_a_key_that_is_gone(self, cast: Cast, noor: Client, settings):
        note = seal(cast.noor)
        settings.REGIE_DEVICE_KEYS = {2: "een andere sleutel, met genoeg letters"}
        self.refused(noor, note, "sleutel")

    def test_what_does_not_open_stops_no_other(self, cast: Cast, noor: Client):
        good = [seal(cast.noor, words=text) for text in ("Een.", "Twee.")]
        assert kept(send(noor, good[0], seal(cast.noor, to=cast.sem), good[1])) == [True, False, True]
        assert [one.words for one in Jotting.objects.readable().order_by("pk")] == ["Een.", "Twee."]

    def test_under_the_number_of_a_note_of_somebody_else(self, cast: Cast, sem: Client, now):
        his = jot(cast.noor, at=now)
        (answer,) = send(sem, seal(cast.sem, ref=his.ref, words="Anders.")).json()["answers"]
        assert not answer["kept"]
        assert words() == ["Hij wil lasser worden."]


class TestAnOlderKey:
    def test_still_opens_and_a_telephone_gets_the_newest(self, cast: Cast, noor: Client, settings):
        note = seal(cast.noor)
        settings.REGIE_DEVICE_KEYS = {
            **settings.REGIE_DEVICE_KEYS,
            7: "een nieuwe sleutel, met genoeg letters",
        }
        assert newest_key()[0] == 7
        assert kept(send(noor, note, seal(cast.noor))) == [True, True]


class TestWhatIsNotUnderstood:
    @pytest.mark.parametrize(
        "body",
        [
            "",
            "[]",
            "{}",
            '{"notes": {}}',
            '{"notes": [1]}',
            '{"notes": [{"ref": "x", "key": 1, "sealed": ""}]}',
        ],
    )
    def test_is_refused_as_a_whole(self, noor: Client, body: str):
        answer = noor.post(reverse("desk:jottings"), body, content_type="application/json")
        assert answer.status_code == 400
        assert "staan nog op het toestel" in answer.json()["sentence"]

    def test_too_many_at_once(self, cast: Cast, noor: Client):
        note = seal(cast.noor)
        assert send(noor, *[note] * (MOST + 1)).status_code == 400
        assert send(noor, *[note] * MOST).status_code == 200

    def test_without_the_token_of_the_page(self, cast: Cast):
        client = Client(enforce_csrf_checks=True)
        client.cookies.load({name: one.value for name, one in sign_in(cast.noor).cookies.items()})
        assert send(client, seal(cast.noor)).status_code == 403
        assert not Jotting.objects.exists()


class TestWhatANoteSays:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"words": ""},
            {"words": " \x00 "},
            {"words": "x" * (LONGEST_JOTTING + 1)},
            {"about": "x" * 201},
            {"about": None},
            {"told": "morgen"},
            {"told": "0001-01-01T00:00"},
            {"told": None},
        ],
    )
    def test_what_cannot_be_one_is_refused(self, wrong: dict):
        with pytest.raises(NotValid):
            read_jotting(json.dumps(TOLD | wrong).encode())

    @pytest.mark.parametrize("raw", [b"", b"[]", b"\xff", b"[" * 5000])
    def test_nor_is_something_else(self, raw: bytes):
        with pytest.raises(NotValid):
            read_jotting(raw)

    def test_a_kind_that_we_do_not_know_is_left_open(self):
        told = read_jotting(json.dumps(TOLD | {"kind": "duif", "outcome": "?"}).encode())
        assert (told.kind, told.outcome, told.words) == ("", "", "Hij wil lasser worden.")

    def test_half_a_letter_is_no_reason_to_lose_the_rest(self, cast: Cast, now):
        assert jot(cast.noor, at=now, words="Goed \ud83d gegaan\x00.").words == "Goed ? gegaan."


class TestWho:
    @pytest.mark.parametrize("who", ["fatima", "wil", "ada"])
    def test_who_guides_nobody_sends_none(self, cast: Cast, who: str):
        user = getattr(cast, who)
        assert send(sign_in(user), seal(user)).status_code == 403

    def test_signed_out_the_telephone_is_sent_to_sign_in(self, cast: Cast):
        answer = send(Client(), seal(cast.noor))
        assert (answer.status_code, Jotting.objects.count()) == (302, 0)

    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_nobody_else_sees_it(self, cast: Cast, now, who: str):
        jot(cast.noor, at=now)
        assert Jotting.objects.visible_to(cast.noor.acting(now)).exists()
        assert not Jotting.objects.visible_to(getattr(cast, who).acting(now)).exists()

    def test_nor_is_it_kept_in_the_name_of_another(self, cast: Cast, now):
        with pytest.raises(NotAllowed):
            receive_jottings([seal(cast.noor)], writer=cast.noor, by=cast.sem.acting(now), at=now)
        with pytest.raises(NotAllowed):
            Jotting.keep(uuid.uuid4(), Jotted(now, "x"), writer=cast.ada, by=cast.ada.acting(now), at=now)

    def test_when_his_role_ended_nobody_sees_it_and_it_is_still_there(self, cast: Cast, now):
        jot(cast.noor, at=now)
        RoleGrant.objects.filter(user=cast.noor).update(until=day(now))
        assert not Jotting.objects.visible_to(cast.noor.acting(now)).exists()
        assert words() == ["Hij wil lasser worden."]
