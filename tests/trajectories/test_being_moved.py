"""He was moved: who his contact is now, and what is told again there."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotValid
from regie.clocks.queries import reckonings
from regie.detention.enums import Arrival
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Casemanager, Trajectory
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.partners import professional

TODAY, DAY, WEEK = date(2026, 11, 18), timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def moved(trajectory: Trajectory, now) -> Trajectory:
    """Jayden was moved to PI Vught on the eleventh."""
    hold(trajectory.person, at=now, entered_on=TODAY - 3 * WEEK)
    hold(trajectory.person, at=now, entered_on=TODAY - WEEK, arrival=Arrival.MOVED, facility="PI Vught")
    return trajectory


def term(trajectory: Trajectory) -> Any:
    chosen = Trajectory.objects.select_related("person", "referral", "municipality")
    terms = reckonings(chosen, on=TODAY)[trajectory.pk].terms
    return next((one for one in terms if one.rule.code == "casemanager_known"), None)


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


class TestItWorks:
    def test_within_five_working_days_somebody_knows_who_it_is(self, cast: Cast, moved, now):
        people.name_casemanager(moved, "Van eerst", by=cast.noor, at=now, happened_on=TODAY - 2 * WEEK)
        people.name_casemanager(moved, "", by=cast.noor, at=now, happened_on=TODAY - DAY)
        assert (term(moved).due, term(moved).done_on) == (TODAY, None)
        people.name_casemanager(moved, by=cast.noor, at=now)
        assert term(moved).done_on == TODAY

    def test_of_the_social_map_with_the_number_that_stands_there(self, cast: Cast, moved, now):
        els = professional(cast, at=now, phone="046 477 77 77")
        told = people.name_casemanager(moved, "", professional=els, by=cast.noor, at=now)
        assert (told.called, told.number, told.is_known) == ("Els Janssen", "+31464777777", True)

    def test_who_was_not_moved_or_is_free_asks_for_none(self, trajectory, now):
        first = hold(trajectory.person, at=now, entered_on=TODAY - 3 * WEEK)
        assert term(trajectory) is None
        stay = hold(trajectory.person, at=now, entered_on=TODAY - WEEK, arrival=Arrival.MOVED)
        assert term(trajectory)
        assert stay.pk != first.pk
        stay.leave(on=TODAY, by=TESTER, at=now)
        assert term(trajectory) is None


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, moved, now, who: str):
        told = people.name_casemanager(moved, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            people.name_casemanager(moved, by=getattr(cast, who), at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=getattr(cast, who).acting(now), at=now)

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
            ({"phone": "vraag Els"}, "telefoonnummer", "phone"),
            ({"name": "", "phone": "046 477 77 77"}, "Van wie is dit nummer", "name"),
            ({"name": "a" * 121}, "120", "name"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, moved, now, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            people.name_casemanager(moved, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    def test_somebody_of_another_map_and_two_at_once(self, cast: Cast, moved, now):
        there = professional(cast, at=now, by=cast.bas, where=cast.elsewhere)
        with pytest.raises(NotValid, match="andere gemeente"):
            people.name_casemanager(moved, "", professional=there, by=cast.noor, at=now)
        here = professional(cast, at=now)
        with pytest.raises(NotValid, match="Niet allebei"):
            people.name_casemanager(moved, "Kim", professional=here, by=cast.noor, at=now)

    def test_by_the_database(self, cast: Cast, moved, now):
        stamp = Casemanager.stamp(by=cast.noor.acting(now), at=now)
        els = professional(cast, at=now)
        for wrong in ({"phone": "112"}, {"professional": els, "name": "Kim"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Casemanager.objects.create(trajectory=moved, happened_on=TODAY, **wrong, **stamp)


class TestThePageShowsIt:
    def test_telling_that_he_was_moved_leads_to_the_list(self, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=TODAY - 3 * WEEK)
        sent = {"facility": "PI Vught", "arrival": "moved", "regime": "unknown", "entered_on": "11-11-2026"}
        page = noor.post(way("tell_stay", trajectory.person.ref), sent, follow=True).content.decode()
        assert "Opnieuw te vertellen" in page
        assert page.count('<span dir="auto">Nog niet verteld') == 5
        his = noor.get(way("person", trajectory.person.ref)).content.decode()
        assert way("moved", trajectory.person.ref) in his

    def test_what_is_told_again_stands_in_the_ledger_and_on_the_list(
        self, cast: Cast, moved, now, noor: Client
    ):
        ref = moved.person.ref
        people.disclose(moved, by=cast.noor, at=now, item="visits", happened_on=TODAY - 2 * WEEK)
        form = noor.get(way("tell_disclosure", ref), {"onderdeel": "medicines"}).content.decode()
        assert "Medicijnen" in form
        sent = {
            "recipient": "Els", "what": "Medicijnen", "purpose": "Zijn zorg.", "ground": "reintegration",
            "channel": "mail", "happened_on": "18-11-2026", "item": "medicines",
        }  # fmt: skip
        page = noor.post(way("tell_disclosure", ref), sent, follow=True).content.decode()
        assert "Verteld op 18 november 2026 aan Els" in page
        assert page.count('<span dir="auto">Nog niet verteld') == 4

    def test_it_names_the_casemanager_who_is_told_it(self, cast: Cast, moved, now, noor: Client):
        asked = (way("tell_disclosure", moved.person.ref), {"onderdeel": "medicines"})
        people.name_casemanager(moved, "Kim", by=cast.noor, at=now, happened_on=TODAY - 2 * WEEK)
        assert noor.get(*asked).context["form"].initial["recipient"] == ""
        people.name_casemanager(moved, by=cast.noor, at=now)
        assert noor.get(*asked).context["form"].initial["recipient"] == "Els"
        assert "recipient" not in noor.get(asked[0]).context["form"].initial

    def test_the_casemanager_stands_on_his_page(self, cast: Cast, moved, now, noor: Client):
        ref = moved.person.ref
        sent = {"known": "yes", "name": "Els", "phone": "046 477 77 77", "happened_on": "18-11-2026"}
        page = noor.post(way("tell_casemanager", ref), sent, follow=True).content.decode()
        assert "046 477 7777" in page
        assert "Els" in noor.get(way("person", ref)).content.decode()
        told = Casemanager.objects.get()
        again = sent | {"name": "Kim"}
        assert "Kim" in noor.post(way("correct_casemanager", told.ref), again, follow=True).content.decode()
        stands = Casemanager.objects.current().get()
        noor.post(way("withdraw_casemanager", stands.ref))
        assert not Casemanager.objects.current().exists()

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"known": ""}, "Kies een antwoord."),
            ({"known": "no"}, "U vulde ook iemand in."),
            ({"name": "", "phone": ""}, "Kies iemand, of vul een naam in."),
            ({"phone": "bel Els"}, "telefoonnummer"),
            ({"happened_on": "1-1-2090"}, "nog niet geweest"),
        ],
    )
    def test_what_cannot_be_is_said(self, moved, noor: Client, typed: dict, says: str):
        sent = {"known": "yes", "name": "Els", "phone": "", "happened_on": "18-11-2026"}
        assert says in noor.post(way("tell_casemanager", moved.person.ref), sent | typed).content.decode()
        assert not Casemanager.objects.exists()

    def test_the_coordinator_reads_and_changes_nothing(self, cast: Cast, moved, now, fatima: Client):
        people.name_casemanager(moved, by=cast.noor, at=now)
        page = fatima.get(way("moved", moved.person.ref)).content.decode()
        assert "Els" in page
        assert "Vastleggen" not in page
        assert "Verbeteren" not in page

    def test_the_journal_says_that_and_not_who(self, cast: Cast, moved, now):
        people.name_casemanager(moved, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(verb__startswith="casemanager").order_by("pk")
        assert [one.verb for one in entries] == ["casemanager.told", "casemanager.withdrawn"]
