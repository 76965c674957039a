"""A note from a telephone that cannot be opened: its writer hears of it, can throw it away, and the telephone is told."""

from dataclasses import replace

import pytest
from django.conf import settings as ours
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow
from regie.contacts.actions import Envelope, receive_jottings
from regie.contacts.enums import NotOpened
from regie.contacts.models import Jotting
from regie.contacts.rules import Jotted
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.contacts.test_placing_jottings import place
from tests.factories.jottings import seal, send

OTHER = {9: "een heel andere sleutel, met genoeg letters"}
NAMED = "Niet te openen: kladnotitie van"


@pytest.fixture
def shut(cast: Cast, noor: Client) -> Envelope:
    """Sealed to a key that is not there any more, and sent."""
    note = seal(cast.noor)
    gone = replace(note, key_id=8)
    send(noor, gone)
    return gone


def answer(client: Client, note: Envelope) -> dict:
    (told,) = send(client, note).json()["answers"]
    return told


def thrown_away(client: Client, note: Envelope) -> str:
    url = reverse("desk:throw_jotting_away", args=[note.ref])
    return client.post(url, follow=True).content.decode()


def verbs(note: Envelope) -> list[str]:
    return list(JournalEntry.objects.filter(subject=note.ref).order_by("pk").values_list("verb", flat=True))


class TestItIsNamed:
    def test_on_vandaag_with_why_and_when_it_came(self, noor: Client, shut):
        page = noor.get(reverse("desk:today")).content.decode()
        assert NAMED in page
        assert "De sleutel waarmee deze notitie verzegeld is, is er niet meer." in page
        assert "Aangekomen op " in page
        assert "Geschreven op" not in page  # that is inside
        assert reverse("desk:throw_jotting_away", args=[shut.ref]) in page
        assert f'{reverse("desk:jotting", args=[shut.ref])}"' not in page

    @pytest.mark.parametrize(
        ("change", "why"),
        [
            ({"key_id": 8}, NotOpened.KEY_GONE),
            ({"sealed": b"x" * 99}, NotOpened.DAMAGED),
            ({"sealed": b"x" * 70_000}, NotOpened.TOO_LARGE),
        ],
    )
    def test_by_its_own_reason(self, cast: Cast, noor: Client, change: dict, why: NotOpened):
        told = answer(noor, replace(seal(cast.noor), **change))
        assert (told["kept"], told["gone"]) == (False, False)
        assert told["sentence"].startswith(why.label)
        assert "gooi haar dan weg op Vandaag" in told["sentence"]
        assert Jotting.objects.get().unopened == why

    def test_once_however_often_it_is_sent(self, noor: Client, shut):
        assert answer(noor, shut) == answer(noor, shut)
        assert Jotting.objects.count() == 1
        assert verbs(shut) == ["jotting.unopened"]

    def test_to_nobody_else(self, noor: Client, sem: Client, shut):
        assert NAMED not in sem.get(reverse("desk:today")).content.decode()
        assert sem.get(reverse("desk:throw_jotting_away", args=[shut.ref])).status_code == 404

    def test_it_is_put_to_nobody(self, cast: Cast, noor: Client, trajectory, shut, now):
        with pytest.raises(NotNow, match="niet te openen"):
            place(Jotting.objects.get(), trajectory, cast, now)
        for url in (
            reverse("desk:jotting", args=[shut.ref]),
            reverse("desk:place_jotting", args=[shut.ref, trajectory.person.ref]),
        ):
            assert noor.get(url).status_code == 404

    def test_who_is_not_its_writer_tells_nothing_of_it(self, cast: Cast, now):
        note = replace(seal(cast.noor), key_id=8)
        with pytest.raises(NotAllowed):
            receive_jottings([note], writer=cast.noor, by=cast.sem.acting(now), at=now)


class TestItIsThrownAway:
    def test_after_asking_with_a_journal_entry_and_the_telephone_is_told(self, noor: Client, shut):
        asked = noor.get(reverse("desk:throw_jotting_away", args=[shut.ref])).content.decode()
        assert "Wat erin staat, is dan weg" in asked
        assert "De sleutel waarmee deze notitie verzegeld is, is er niet meer." in asked
        page = thrown_away(noor, shut)
        assert "Van uw telefoon gaat zij af zodra u daar Kladnotitie schrijven opent." in page
        assert NAMED not in page
        assert verbs(shut) == ["jotting.unopened", "jotting.thrown_away"]
        assert answer(noor, shut) == {"ref": str(shut.ref), "kept": False, "gone": True, "sentence": ""}

    def test_and_stays_so_when_the_key_comes_back(self, cast: Cast, noor: Client, shut):
        thrown_away(noor, shut)
        assert answer(noor, replace(shut, key_id=max(ours.REGIE_DEVICE_KEYS)))["gone"]
        assert Jotting.objects.get().words == ""

    def test_also_when_it_opens_at_the_moment_that_it_is_thrown_away(self, cast: Cast, shut, now):
        note = Jotting.objects.get()
        note.throw_away(by=cast.noor.acting(now), at=now)
        kept = Jotting.keep(
            shut.ref, Jotted(now, "Toch open."), writer=cast.noor, by=cast.noor.acting(now), at=now
        )
        assert kept.unopened
        assert Jotting.objects.get().words == ""


class TestTheKeyComesBack:
    def test_then_it_opens_and_is_a_note_as_every_other(self, cast: Cast, noor: Client, settings):
        note, keys = seal(cast.noor), settings.REGIE_DEVICE_KEYS
        settings.REGIE_DEVICE_KEYS = OTHER
        assert not answer(noor, note)["kept"]
        settings.REGIE_DEVICE_KEYS = {**OTHER, **keys}
        assert answer(noor, note)["kept"]
        assert Jotting.objects.get().words == "Hij wil lasser worden."
        page = noor.get(reverse("desk:today")).content.decode()
        assert "Over: Jayden" in page
        assert NAMED not in page
        assert verbs(note) == ["jotting.unopened", "jotting.kept"]


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "change", [{"unopened": ""}, {"unopened": "anders"}, {"told_at": "2026-11-17T14:05Z"}]
    )
    def test_it_opens_or_says_why_not(self, shut, change: dict):
        with pytest.raises(IntegrityError), transaction.atomic():
            Jotting.objects.update(**change)
