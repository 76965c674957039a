"""Noor says on which number those whom she guides can call her: she alone, and it is written down."""

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.actions import tell_work_phone
from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant, User
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotValid
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast, sign_in

PAGE = "/mijn-account/werknummer/"
TOLD = {"verb": Verb.WORK_PHONE_TOLD}


class TestItWorks:
    def test_what_she_said_last_holds(self, cast: Cast, now):
        acting = {"by": cast.noor.acting(now), "at": now}
        tell_work_phone(cast.noor, phone="046 477 77 77", **acting)
        tell_work_phone(cast.noor, phone=" 06 12 34 56 78 ", **acting)
        assert User.objects.get(pk=cast.noor.pk).work_phone == "+31612345678"

    def test_it_can_be_taken_away(self, cast: Cast, now):
        acting = {"by": cast.noor.acting(now), "at": now}
        tell_work_phone(cast.noor, phone="0612345678", **acting)
        tell_work_phone(cast.noor, phone=" ", **acting)
        assert User.objects.get(pk=cast.noor.pk).work_phone == ""

    def test_who_guides_nobody_any_more_can_still_take_it_away(self, cast: Cast, now):
        tell_work_phone(cast.noor, phone="0612345678", by=cast.noor.acting(now), at=now)
        RoleGrant.objects.filter(user=cast.noor).update(until=day(now))
        tell_work_phone(cast.noor, phone="", by=cast.noor.acting(now), at=now)
        assert User.objects.get(pk=cast.noor.pk).work_phone == ""
        assert JournalEntry.objects.filter(**TOLD, chain_id="GM1883").count() == 2


class TestItIsRefused:
    def test_for_a_colleague(self, cast: Cast, now):
        namesake = Actor(ActorKind.YOUNG_PERSON, str(cast.noor.pk), "Jayden")
        for by in (cast.sem.acting(now), cast.wil.acting(now), namesake, TESTER):
            with pytest.raises(NotAllowed, match="u zelf"):
                tell_work_phone(cast.noor, phone="", by=by, at=now)

    def test_to_who_guides_nobody(self, cast: Cast, now):
        for user in (cast.fatima, cast.wil, cast.ada):
            with pytest.raises(NotAllowed, match="begeleidt u geen jongeren"):
                tell_work_phone(user, phone="0612345678", by=user.acting(now), at=now)
            assert User.objects.get(pk=user.pk).work_phone == ""

    def test_of_what_cannot_be_a_number(self, cast: Cast, now):
        with pytest.raises(NotValid, match="Bijvoorbeeld"):
            tell_work_phone(cast.noor, phone="06 12", by=cast.noor.acting(now), at=now)
        assert not JournalEntry.objects.filter(**TOLD).exists()


class TestItLeavesARecord:
    def test_in_the_journal_of_each_municipality_where_she_works(self, cast: Cast, now):
        RoleGrant.grant(
            user=cast.noor, role=Role.OFFICER, municipality=cast.elsewhere, since=day(now), by=TESTER, at=now
        )
        tell_work_phone(cast.noor, phone="0612345678", by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(**TOLD, subject=cast.noor.ref)
        assert {entry.chain_id for entry in entries} == {"GM1883", "GM0917"}
        assert {(entry.recorded_by_label, *entry.fields) for entry in entries} == {("Noor", "work_phone")}

    def test_once_for_the_same_number(self, cast: Cast, now):
        for typed in ("0612345678", "06 12 34 56 78"):
            tell_work_phone(cast.noor, phone=typed, by=cast.noor.acting(now), at=now)
        assert JournalEntry.objects.filter(**TOLD).count() == 1


class TestThePage:
    def test_she_tells_it_and_reads_it_back(self, noor: Client):
        account = noor.get(reverse("entrance:account")).content.decode()
        assert "Nog geen nummer. Op papier staan puntjes." in account
        assert PAGE in account
        answer = noor.post(PAGE, {"phone": "+31 6 12345678"}, follow=True).content.decode()
        assert "Vastgelegd: dit nummer staat op papier." in answer
        assert "06 12345678" in answer
        assert 'value="06 12345678"' in noor.get(PAGE).content.decode()
        assert "er staat geen nummer op papier." in noor.post(PAGE, {}, follow=True).content.decode()

    def test_what_cannot_be_stays_where_it_was_typed(self, noor: Client, cast: Cast):
        answer = noor.post(PAGE, {"phone": "bel maar"})
        assert answer.context["form"].errors["phone"] == [
            "Dit is geen telefoonnummer dat kan bestaan. Bijvoorbeeld 046 477 77 77 of 06 12 34 56 78."
        ]
        assert 'value="bel maar"' in answer.content.decode()

    def test_it_is_not_asked_of_who_guides_nobody(self, cast: Cast):
        ada = sign_in(cast.ada)
        assert "Werknummer" not in ada.get(reverse("entrance:account")).content.decode()
        answer = ada.post(PAGE, {"phone": "0612345678"})
        assert "Met uw rol begeleidt u geen jongeren." in answer.content.decode()

    def test_who_has_one_and_guides_nobody_any_more_sees_it(self, cast: Cast, noor: Client):
        noor.post(PAGE, {"phone": "0612345678"})
        RoleGrant.objects.filter(user=cast.noor).update(role=Role.PRIVACY_OFFICER)
        assert "06 12345678" in noor.get(reverse("entrance:account")).content.decode()
