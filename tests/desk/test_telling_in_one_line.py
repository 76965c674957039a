"""Noor told the debt counsellor something by phone: one line, for the ground and the purpose are known already."""

from datetime import timedelta

import pytest
from django.urls import reverse

from regie.base.clock import day
from regie.base.errors import NotAllowed, NotValid
from regie.persons.rules import Identity
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import Disclosure
from tests.cast import Cast
from tests.factories import people
from tests.factories.partners import organisation, professional

DAY = timedelta(days=1)
LINE = {"what": "Dat hij een nieuwe schuld heeft.", "channel": "phone"}


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


@pytest.fixture
def els(cast: Cast, now):
    return professional(cast, organisation=organisation(cast, at=now), name="Els Maas", at=now)


@pytest.fixture
def involved(cast: Cast, trajectory, els, now):
    return people.involve(trajectory, organisation=els.organisation, professional=els, by=cast.noor, at=now)


@pytest.fixture
def others_trajectory(cast: Cast, now):
    return people.guide(cast, at=now, by=cast.sem, who=Identity("Bo", "Caris"))


def tell(involvement, *, by, at, on=None, **told) -> Disclosure:
    line = LINE | {"happened_on": on or day(at)} | told
    return Disclosure.tell_involved(involvement=involvement, **line, by=by.acting(at), at=at)


class TestItWorks:
    def test_the_rest_is_what_was_told_of_the_involvement(self, cast: Cast, involved, now):
        told = tell(involved, by=cast.noor, at=now)
        assert told.to == "Els Maas, Kredietbank Limburg"
        assert (told.ground, told.purpose) == ("debts", "Zodat zijn schulden niet groeien.")
        assert JournalEntry.objects.latest("pk").verb == "disclosure.told"

    def test_of_an_organisation_without_a_name(self, cast: Cast, trajectory, now):
        told = tell(people.involve(trajectory, by=cast.noor, at=now), by=cast.noor, at=now)
        assert (told.recipient, told.to) == ("", "Budgetwinkel")

    def test_of_the_last_day_also_when_it_is_over(self, cast: Cast, trajectory, now):
        was = people.involve(
            trajectory,
            happened_on=day(now) - 9 * DAY,
            until=day(now) - DAY,
            by=cast.noor,
            at=now,
        )
        assert tell(was, on=day(now) - DAY, by=cast.noor, at=now).happened_on == day(now) - DAY


class TestItIsRefused:
    def test_for_a_day_on_which_he_was_not_involved(self, cast: Cast, involved, now):
        ended = involved.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)
        for one, on in ((involved, day(now) - DAY), (ended, day(now))):
            with pytest.raises(NotValid, match="niet betrokken") as refused:
                tell(one, on=on, by=cast.noor, at=now)
            assert refused.value.field == "happened_on"
        assert not Disclosure.objects.exists()

    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, involved, now, who: str):
        with pytest.raises(NotAllowed):
            tell(involved, by=getattr(cast, who), at=now)
        assert not Disclosure.objects.exists()

    @pytest.mark.parametrize(("told", "field"), [({"what": " "}, "what"), ({"channel": "pigeon"}, "channel")])
    def test_what_says_nothing(self, cast: Cast, involved, now, told, field):
        with pytest.raises(NotValid) as refused:
            tell(involved, by=cast.noor, at=now, **told)
        assert refused.value.field == field


class TestOnTheScreen:
    def test_from_who_is_involved_to_the_ledger(self, trajectory, involved, noor):
        ref = trajectory.person.ref
        where = way("tell_involved", involved.ref)
        assert where in noor.get(way("involved", ref)).content.decode()
        form = noor.get(where).content.decode()
        assert "Els Maas, Kredietbank Limburg" in form
        assert "Hulp bij schulden" in form
        sent = LINE | {"happened_on": f"{day(involved.recorded_at):%d-%m-%Y}"}
        page = noor.post(where, sent, follow=True).content.decode()
        assert "Verstrekking vastgelegd." in page
        assert "Dat hij een nieuwe schuld heeft." in page
        assert "Per telefoon" in page

    def test_what_was_typed_stays_when_the_day_cannot_be(self, involved, noor):
        page = noor.post(
            way("tell_involved", involved.ref), LINE | {"happened_on": "1-1-2020"}
        ).content.decode()
        assert "Toen was deze partner niet betrokken." in page
        assert LINE["what"] in page
        assert not Disclosure.objects.exists()

    def test_sent_twice_is_once(self, involved, noor):
        where = way("tell_involved", involved.ref)
        sent = LINE | {
            "happened_on": f"{day(involved.recorded_at):%d-%m-%Y}",
            "submission": "4ed31a77-2bd0-4c48-8b70-2ff5a9cf8f0b",
        }
        noor.post(where, sent)
        noor.post(where, sent)
        assert Disclosure.objects.count() == 1

    def test_what_is_over_has_no_line_and_what_is_not_his_is_not_there(
        self, cast: Cast, trajectory, involved, noor, sem, now
    ):
        assert sem.get(way("tell_involved", involved.ref)).status_code == 404
        involved.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)
        page = noor.get(way("involved", trajectory.person.ref)).content.decode()
        assert way("tell_involved", involved.ref) not in page


class TestTheLedgerOfAll:
    @pytest.fixture
    def told(self, cast: Cast, trajectory, others_trajectory, involved, now):
        tell(involved, by=cast.noor, at=now)
        people.disclose(trajectory, what="Waar hij nu is.", by=cast.noor, at=now)
        people.disclose(others_trajectory, what="Niet van Noor.", by=cast.sem, at=now)

    def test_says_of_whom_to_whom_and_is_narrowed_by_partner_and_ground(
        self, trajectory, told, els, noor, fatima
    ):
        page = noor.get(way("ledger")).content.decode()
        assert f"{trajectory.person}: " in page
        assert "Waar hij nu is." in page
        assert LINE["what"] in page
        assert "Niet van Noor." not in page
        assert way("disclosures", trajectory.person.ref) in page
        bank = noor.get(way("ledger"), {"aan": str(els.organisation.ref)}).content.decode()
        assert (LINE["what"] in bank, "Waar hij nu is." in bank) == (True, False)
        nobody = noor.get(way("ledger"), {"aan": "anders"}).content.decode()
        assert (LINE["what"] in nobody, "Waar hij nu is." in nobody) == (False, True)
        asked = noor.get(way("ledger"), {"grond": "own_request"}).content.decode()
        assert (LINE["what"] in asked, "Waar hij nu is." in asked) == (False, True)
        both = noor.get(way("ledger"), {"grond": "own_request", "aan": str(els.organisation.ref)})
        assert "Niets gevonden" in both.content.decode()
        assert "Niet van Noor." in fatima.get(way("ledger")).content.decode()

    def test_offers_no_partner_of_whom_he_may_not_know(self, cast: Cast, others_trajectory, noor, now):
        elsewhere = organisation(cast, name="Verslavingszorg Zuid", at=now)
        people.disclose(others_trajectory, organisation=elsewhere, by=cast.sem, at=now)
        page = noor.get(way("ledger")).content.decode()
        assert "Nog niets verteld" in page
        assert "Verslavingszorg Zuid" not in page

    def test_a_choice_that_is_none_is_said_and_left_out(self, told, noor):
        page = noor.get(way("ledger"), {"aan": "zomaar"}).content.decode()
        assert "Een keuze in dit adres bestaat niet." in page
        assert LINE["what"] in page

    def test_reading_it_is_reading_of_each(self, trajectory, told, noor):
        noor.get(way("ledger"))
        read = AccessEntry.objects.filter(page="desk:ledger")
        assert [one.subject for one in read] == [trajectory.person.ref]
