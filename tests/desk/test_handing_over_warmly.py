"""Noor reads that Sem takes him over, writes down what Sem must know, and Sem reads that on his first day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Transfer
from tests.cast import Cast
from tests.factories import handing_over
from tests.factories.handing_over import change_officer

DAY = timedelta(days=1)
TODAY = date(2026, 11, 18)


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


@pytest.fixture
def told(cast: Cast):
    return {"by": cast.noor, "at": this_moment()}


@pytest.fixture
def moving(cast: Cast, trajectory, told):
    change_officer(trajectory, cast.sem, since=day(told["at"]) + DAY, by=cast.fatima, at=told["at"])
    return trajectory


class TestBeforeTheOtherBegins:
    def test_his_page_says_who_begins_and_leads_to_the_transfer(self, noor, moving):
        page = noor.get(way("person", moving.person.ref)).content.decode()
        assert "Sem begint op" in page
        assert "Nog niets opgeschreven." in page
        assert way("transfer", moving.person.ref) in page

    def test_what_the_other_must_know_does_not_call_before_he_begins(self, noor, moving, told):
        handing_over.hand_over(moving, **told)
        assert "Dit moet u weten, schreef" not in noor.get(way("person", moving.person.ref)).content.decode()

    def test_without_a_change_his_page_is_silent_and_the_transfer_says_who_arranges_it(
        self, noor, trajectory
    ):
        assert "Warme overdracht" not in noor.get(way("person", trajectory.person.ref)).content.decode()
        page = noor.get(way("transfer", trajectory.person.ref)).content.decode()
        assert "De coördinator regelt dat op Verdeling." in page
        assert way("tell_transfer", trajectory.person.ref) not in page
        assert way("copying", trajectory.person.ref) in page

    def test_to_another_municipality_goes_only_what_the_approach_names(self, noor, trajectory):
        ref = trajectory.person.ref
        assert "Een andere gemeente die hem overneemt" in noor.get(way("copying", ref)).content.decode()
        page = noor.get(way("copy", ref, "other_municipality")).content.decode()
        assert "Voor: Een andere gemeente die hem overneemt" in page
        assert "De functionaris gegevensbescherming beoordeelt" in page
        assert "Zijn BSN" not in page.split("Mag niet mee")[0]

    def test_she_tells_it_and_it_stands_there_with_what_is_done(self, noor, moving):
        ref = moving.person.ref
        page = noor.get(way("transfer", ref)).content.decode()
        assert "Noor. Leest zijn dossier tot en met" in page
        assert page.count("Nog te doen") == 6
        assert way("write_paper", ref, "andere-officier") in page
        sent = {
            "must_know": "Bel hem, mail niet.",
            "talk": "together",
            "done": ["met", "number"],
            "happened_on": f"{day(this_moment()):%d-%m-%Y}",
        }
        page = noor.post(way("tell_transfer", ref), sent, follow=True).content.decode()
        assert "Overdracht vastgelegd." in page
        assert "Bel hem, mail niet." in page
        assert "Met zijn drieën: hij was erbij" in page
        assert (page.count("Nog te doen"), page.count("Gedaan")) == (4, 2)

    def test_what_was_typed_stays_when_why_is_missing(self, noor, moving):
        sent = {
            "must_know": "Bel hem.",
            "talk": "without_him",
            "happened_on": f"{day(this_moment()):%d-%m-%Y}",
        }
        page = noor.post(way("tell_transfer", moving.person.ref), sent).content.decode()
        assert "Waarom was hij er niet bij?" in page
        assert "Bel hem." in page
        assert not Transfer.objects.exists()

    def test_told_better_and_taken_back(self, noor, moving, told):
        first = handing_over.hand_over(moving, **told)
        form = noor.get(way("correct_transfer", first.ref))
        assert "Bel hem, mail niet." in form.content.decode()
        sent = form.context["form"].initial | {"must_know": "App hem.", "seen": first.pk}
        page = noor.post(way("correct_transfer", first.ref), sent, follow=True).content.decode()
        assert "Overdracht verbeterd." in page
        assert "App hem." in page
        assert "App hem." in noor.get(way("withdraw_transfer", first.ref)).content.decode()
        noor.post(way("withdraw_transfer", first.ref))
        assert not Transfer.objects.current().exists()


class TestFromTheFirstDay:
    def test_sem_reads_what_he_must_know_and_noor_reads_nothing_more(self, cast, noor, sem, trajectory, told):
        change_officer(trajectory, cast.sem, since=day(told["at"]), by=cast.fatima, at=told["at"])
        handing_over.hand_over(trajectory, by=cast.sem, at=told["at"])
        page = sem.get(way("person", trajectory.person.ref)).content.decode()
        assert "Dit moet u weten, schreef Sem:" in page
        assert "Bel hem, mail niet." in page
        assert noor.get(way("person", trajectory.person.ref)).status_code == 404
        assert noor.get(way("transfer", trajectory.person.ref)).status_code == 404

    def test_the_coordinator_reads_and_writes_nothing(self, fatima, moving, told):
        first = handing_over.hand_over(moving, **told)
        page = fatima.get(way("transfer", moving.person.ref)).content.decode()
        assert "Bel hem, mail niet." in page
        assert way("correct_transfer", first.ref) not in page
        assert AccessEntry.objects.filter(page="desk:transfer").count() == 1
