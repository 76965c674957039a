"""Klopt niet in one click, an optional sentence afterwards, and the list of what to look at."""

from datetime import timedelta

import pytest
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed
from regie.partners.models import Check
from regie.partners.queries import asking_a_look, checks_of
from regie.privacy.models import JournalEntry
from tests.factories.partners import organisation, prison, professional


def at(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today():
    """The day of the pages."""
    return day(this_moment())


class TestItWorks:
    def test_one_click_says_who_and_since_when(self, cast, noor, now):
        bank = organisation(cast, at=now)
        page = noor.post(at("doubt_organisation", bank.ref), follow=True).content.decode()
        assert "Volgens Noor klopt dit niet sinds" in page
        assert "Wat klopt er niet?" in page
        entry = JournalEntry.objects.get(verb="listing.doubted")
        assert (entry.recorded_by_label, entry.fields, entry.subject) == ("Noor", ["happened_on"], bank.ref)

    def test_a_sentence_afterwards_is_added_and_the_day_stays(self, cast, noor, sem, now):
        els = professional(cast, at=now)
        noor.post(at("doubt_professional", els.ref))
        page = sem.post(at("doubt_professional", els.ref), {"words": "Zij werkt er niet meer."}, follow=True)
        assert "Volgens Noor klopt dit niet sinds" in page.content.decode()
        assert "Zij werkt er niet meer." in page.content.decode()
        assert JournalEntry.objects.filter(verb="listing.doubted").last().fields == ["happened_on", "words"]

    def test_klopt_nog_takes_it_away(self, cast, noor, fatima, now):
        bank = organisation(cast, at=now)
        noor.post(at("doubt_organisation", bank.ref))
        assert b"Volgens Noor" in fatima.get(at("to_check")).content
        page = fatima.post(at("confirm_organisation", bank.ref), {"from_list": "1"}, follow=True)
        assert page.resolver_match.view_name == "desk:to_check"
        assert b"Volgens Noor" not in page.content
        assert Check.objects.count() == 3  # nothing of what was said is gone

    def test_changing_it_answers_too(self, cast, noor, now):
        bank = organisation(cast, at=now)
        noor.post(at("doubt_organisation", bank.ref))
        typed = {"name": "Kredietbank", "kind": "credit_bank", "municipality": cast.here.pk, "seen": 1}
        assert noor.post(at("change_organisation", bank.ref), typed).status_code == 302
        assert b"Volgens Noor" not in noor.get(at("organisation", bank.ref)).content

    def test_a_change_that_changes_nothing_answers_too(self, cast, noor, now):
        els = professional(cast, at=now)
        noor.post(at("doubt_professional", els.ref))
        typed = {"name": "Els Janssen", "role": "debt_counsellor", "municipality": cast.here.pk, "seen": 1}
        assert noor.post(at("change_professional", els.ref), typed).status_code == 302
        assert b"Volgens Noor" not in noor.get(at("professional", els.ref)).content


class TestTheList:
    def test_said_to_be_wrong_first_then_longest_ago(self, cast, noor, now, today):
        organisation(cast, "Fris", at=now, checked_on=today)
        organisation(cast, "Oud", at=now, checked_on=today - timedelta(days=300))
        professional(cast, "Ouder", at=now - timedelta(days=320))
        organisation(cast, "Fout", at=now, checked_on=today).doubt(by=cast.sem.acting(now), at=now)
        prison(at=now)
        page = noor.get(at("to_check")).content.decode()
        assert [name for name in ("Fout", "Ouder", "Oud") if name in page] == ["Fout", "Ouder", "Oud"]
        assert page.index("Fout") < page.index(">Ouder<") < page.index(">Oud<")
        assert "1 gemeld als fout, 2 niet meer nagekeken" in page
        assert "Fris" not in page
        assert "PI Sittard" not in page

    def test_of_another_map_or_off_the_map_it_says_nothing(self, cast, bas, now, today):
        bank = organisation(cast, at=now, checked_on=today - timedelta(days=300))
        assert "Alles is nagekeken" in bas.get(at("to_check")).content.decode()
        bank.end(by=cast.noor.acting(now), at=now)
        assert not asking_a_look(cast.noor.acting(now), on=today)


class TestTwiceAndWrong:
    def test_two_clicks_are_one_also_after_a_sentence(self, cast, noor, now):
        bank = organisation(cast, at=now)
        url = at("doubt_organisation", bank.ref)
        for typed in ({}, {}, {"words": "Nummer fout."}, {"words": "Nummer fout."}, {}):
            assert noor.post(url, typed).status_code == 302
        assert Check.objects.filter(holds=False).count() == 2
        assert checks_of([bank])[bank.pk].words == "Nummer fout."

    def test_two_people_may_both_say_so(self, cast, noor, sem, now):
        bank = organisation(cast, at=now)
        for client in (noor, sem):
            client.post(at("doubt_organisation", bank.ref))
        assert Check.objects.filter(holds=False).count() == 2
        assert checks_of([bank])[bank.pk].doubted_by == "Noor"

    def test_a_sentence_that_is_too_long_stays_in_its_field(self, cast, noor, now):
        bank = organisation(cast, at=now)
        page = noor.post(at("doubt_organisation", bank.ref), {"words": "x" * 501})
        assert "words" in page.context["form"].errors
        assert "x" * 501 in page.content.decode()
        assert not Check.objects.filter(holds=False).exists()

    def test_looking_at_the_address_says_nothing(self, cast, noor, now):
        bank = organisation(cast, at=now)
        assert noor.get(at("doubt_organisation", bank.ref)).status_code == 405

    def test_off_the_map_it_is_too_late(self, cast, noor, now):
        bank = organisation(cast, at=now)
        bank.end(by=cast.sem.acting(now), at=now)
        page = noor.post(at("doubt_organisation", bank.ref), follow=True)
        assert "Dit staat niet meer op de sociale kaart." in page.content.decode()


class TestItIsRefused:
    def test_of_another_map_and_of_a_facility(self, cast, noor, bas, now):
        assert bas.post(at("doubt_organisation", organisation(cast, at=now).ref)).status_code == 404
        assert noor.post(at("doubt_organisation", prison(at=now).ref)).status_code == 404

    def test_by_who_does_not_read_the_map(self, cast, now):
        bank = organisation(cast, at=now)
        with pytest.raises(NotAllowed):
            bank.doubt(by=cast.ada.acting(now), at=now)
