"""To whom what was told of him, on which ground: told, told better, taken back, and read by himself."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.approach.rules import Unreadable, approach_from, read_layer
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import Disclosure
from tests.cast import Cast
from tests.clocks.terms import NATIONAL
from tests.factories import people
from tests.factories.partners import organisation

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
SENT = {
    "recipient": "Zijn moeder",
    "what": "Waar hij nu is.",
    "purpose": "Zodat zij op bezoek kan.",
    "ground": "own_request",
    "channel": "phone",
    "happened_on": "17-11-2026",
}


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


class TestItWorks:
    def test_to_an_organisation_of_the_map_or_to_a_name(self, cast: Cast, trajectory, now):
        bank = organisation(cast, at=now)
        told = people.disclose(trajectory, by=cast.noor, at=now, organisation=bank, recipient="Els")
        assert told.to == "Els, Kredietbank Limburg"
        only = people.disclose(trajectory, by=cast.noor, at=now, organisation=bank, recipient="")
        assert (only.to, told.account.organisation) == ("Kredietbank Limburg", bank)

    def test_told_better_is_a_version(self, cast: Cast, trajectory, now):
        first = people.disclose(trajectory, by=cast.noor, at=now)
        same = first.correct(account=first.account, by=cast.noor.acting(now), at=now)
        assert same == first
        account = first.account.__class__(**(vars(first.account) | {"ground": "privacy_officer_decides"}))
        better = first.correct(account=account, by=cast.noor.acting(now), at=now)
        assert (better.corrects_id, better.ref) == (first.pk, first.ref)


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, now, who: str):
        told = people.disclose(trajectory, by=cast.noor, at=now)
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            people.disclose(trajectory, by=by, at=now)
        with pytest.raises(NotAllowed):
            told.correct(account=told.account, by=by.acting(now), at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=by.acting(now), at=now)

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"recipient": " "}, "Aan wie is het verteld", "recipient"),
            ({"recipient": "a" * 121}, "120", "recipient"),
            ({"what": " "}, "Vul dit in", "what"),
            ({"what": "a" * 601}, "600", "what"),
            ({"purpose": ""}, "Vul dit in", "purpose"),
            ({"ground": ""}, "Kies een grond", "ground"),
            ({"ground": "because"}, "Kies een grond", "ground"),
            ({"channel": "pigeon"}, "Kies een antwoord", "channel"),
            ({"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, trajectory, now, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            people.disclose(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Disclosure.objects.exists()

    def test_an_organisation_of_another_municipality(self, cast: Cast, trajectory, now):
        there = organisation(cast, at=now, by=cast.bas, where=cast.elsewhere)
        with pytest.raises(NotValid, match="andere gemeente") as refused:
            people.disclose(trajectory, by=cast.noor, at=now, organisation=there)
        assert refused.value.field == "organisation"

    def test_a_thing_that_is_not_on_the_list(self, cast: Cast, trajectory, now):
        with pytest.raises(NotNow, match="niet meer op de lijst"):
            people.disclose(trajectory, by=cast.noor, at=now, item="boat")

    @pytest.mark.parametrize(
        "wrong", [{"recipient": ""}, {"what": ""}, {"ground": ""}, {"channel": "pigeon"}]
    )
    def test_by_the_database(self, cast: Cast, trajectory, now, wrong: dict):
        stamp = Disclosure.stamp(by=cast.noor.acting(now), at=now)
        told = SENT | {"happened_on": TODAY} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            Disclosure.objects.create(trajectory=trajectory, **told, **stamp)


class TestItLeavesARecord:
    def test_in_the_journal_without_its_words(self, cast: Cast, trajectory, now):
        people.disclose(trajectory, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(verb__startswith="disclosure").order_by("pk")
        assert [one.verb for one in entries] == ["disclosure.told", "disclosure.withdrawn"]
        assert set(entries[0].fields) > {"what", "ground", "recipient"}


class TestThePageShowsIt:
    def test_from_his_page_to_the_form_and_the_list(self, trajectory, noor: Client):
        ref = trajectory.person.ref
        assert way("disclosures", ref) in noor.get(way("person", ref)).content.decode()
        assert "Nog niets verteld" in noor.get(way("disclosures", ref)).content.decode()
        form = noor.get(way("tell_disclosure", ref)).content.decode()
        assert "De functionaris gegevensbescherming beoordeelt" in form
        assert "Penitentiaire beginselenwet, artikel 18a" in form
        page = noor.post(way("tell_disclosure", ref), SENT, follow=True).content.decode()
        for says in (
            "17 november 2026, aan Zijn moeder",
            "Waarvoor: Zodat zij op bezoek kan.",
            "Grond: Hij vroeg er zelf om",
            "Per telefoon",
        ):
            assert says in page

    def test_told_better_and_taken_back(self, cast: Cast, trajectory, now, noor: Client):
        bank = organisation(cast, at=now)
        told = people.disclose(trajectory, by=cast.noor, at=now, organisation=bank)
        assert (
            f'value="{bank.ref}" selected' in noor.get(way("correct_disclosure", told.ref)).content.decode()
        )
        sent = noor.post(way("correct_disclosure", told.ref), SENT, follow=True).content.decode()
        assert "Zijn moeder" in sent
        assert "Kredietbank" not in sent
        noor.post(way("withdraw_disclosure", told.ref))
        assert not Disclosure.objects.current().exists()

    def test_the_coordinator_reads_it_and_nobody_else(
        self, cast: Cast, trajectory, now, fatima: Client, sem: Client
    ):
        told = people.disclose(trajectory, by=cast.noor, at=now)
        page = fatima.get(way("disclosures", trajectory.person.ref)).content.decode()
        assert "Zijn verhuurder" in page
        assert str(told.ref) not in page
        assert sem.get(way("disclosures", trajectory.person.ref)).status_code == 404
        assert AccessEntry.objects.filter(page="desk:disclosures").count() == 1

    @pytest.mark.parametrize(
        "typed", [{"ground": ""}, {"what": ""}, {"recipient": ""}, {"happened_on": "nu"}]
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(self, trajectory, noor: Client, typed: dict):
        form = noor.post(way("tell_disclosure", trajectory.person.ref), SENT | typed).content.decode()
        assert "Zodat zij op bezoek kan." in form
        assert not Disclosure.objects.exists()


class TestTheGroundsAreOfTheApproach:
    @pytest.mark.parametrize(
        ("said", "wrong"),
        [
            ("{x: {title: T, article: 3}}", "article: schrijf waar het staat"),
            ("{X-1: {title: T}}", "alleen kleine letters"),
            ("{x: {article: Pbw}}", "ontbreekt de titel"),
            ("[]", "schrijf een lijst met codes"),
        ],
    )
    def test_what_cannot_be_a_ground_is_said(self, said: str, wrong: str):
        text = NATIONAL.read_text()
        start, end = (
            text.index("  content.grounds:\n    value:\n"),
            text.index("    source: ontwerp van Regie"),
        )
        with pytest.raises(Unreadable, match=wrong):
            read_layer(f"{text[:start]}  content.grounds:\n    value: {said}\n{text[end:]}")

    def test_that_the_privacy_officer_looks_is_always_one(self):
        approach = approach_from([read_layer(NATIONAL.read_text())], editions=(1,))
        assert "privacy_officer_decides" in {one.code for one in approach.grounds}
        assert [one.code for one in approach.told_again] == [
            "plan", "medicines", "appointments", "visits", "identity"
        ]  # fmt: skip
