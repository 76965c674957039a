"""Noor prepares a release: the list of what must be arranged, how each thing stands, and who sees to it."""

import html
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.detention.enums import Regime, Title
from regie.detention.queries import history
from regie.privacy.models import AccessEntry
from regie.trajectories.enums import ArrangementState as State
from regie.trajectories.enums import CircumstanceValue
from regie.trajectories.models import Arrangement
from regie.ui.words import on_weekday, written
from tests.cast import TESTER, Cast, sign_in
from tests.factories import people
from tests.factories.approaches import shipped
from tests.factories.detention import hold, release, sentence

TODAY = reverse("desk:today")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FRIDAY, MONDAY = date(2026, 7, 10), date(2026, 7, 20)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def jayden(trajectory, now):
    """He sits out a sentence since four weeks."""
    hold(trajectory.person, at=now, entered_on=day(now) - 4 * WEEK)
    sentence(trajectory.person, at=now, months=18)
    return trajectory


def read(client: Client, url: str) -> str:
    said = re.sub(r"<[^>]+>", " ", client.get(url).content.decode())
    return html.unescape(re.sub(r"\s+", " ", said))


def page_of(trajectory) -> str:
    return reverse("desk:release_week", args=[trajectory.person.ref])


def form_of(trajectory, item: str = "identity") -> str:
    return reverse("desk:arrange", args=[trajectory.person.ref, "release", item])


def sent(state: str = "arranged", **told: str) -> dict[str, str]:
    return {"state": state, "owner": "municipality", "owner_name": "", "due_on": "", "words": ""} | told


class TestThePage:
    def test_says_when_what_and_who(self, cast: Cast, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + 4 * DAY)
        people.situate(jayden, CircumstanceValue.VALID_ID, by=cast.noor, at=now, valid_until=day(now) + WEEK)
        due = {"due_on": day(now) + 2 * DAY, "owner": "municipality", "words": "Pas ligt bij de receptie."}
        people.arrange(jayden, by=cast.noor, at=now, **due)
        people.arrange(jayden, "picked_up", State.UNKNOWN, by=cast.noor, at=now)
        people.arrange(jayden, "phone", State.ARRANGED, by=cast.noor, at=now)
        page = read(noor, page_of(jayden))
        assert f"Nog 4 dagen: {on_weekday(day(now) + 4 * DAY)}." in page
        assert f"De gemeente. Vóór {written(day(now) + 2 * DAY)}. Pas ligt bij de receptie." in page
        assert f"Bij Situatie: identiteitsbewijs: geldig. Sinds {written(day(now))} · geldig tot" in page
        assert "Nog niet nagegaan" in page
        assert page.index("Wie hem ophaalt") < page.index("Telefoon Geregeld")
        assert "Het minimum" not in page
        assert AccessEntry.objects.filter(page="desk:release_week").count() == 1

    @pytest.mark.parametrize(
        ("title", "why"), [(Title.PRETRIAL, "Hij kan elke dag vrijkomen."), (None, "Er is nog geen datum")]
    )
    def test_without_a_day_the_minimum_first(
        self, trajectory, now, noor: Client, title: Title | None, why: str
    ):
        hold(trajectory.person, at=now, entered_on=day(now) - WEEK)
        if title:
            sentence(trajectory.person, at=now, title=title)
        page = read(noor, page_of(trajectory))
        assert why in page
        assert (
            page.index("Het minimum")
            < page.index("Wie hem ophaalt")
            < page.index("Ook op de lijst")
            < page.index("Identiteitsbewijs bij zijn spullen")
        )

    def test_that_end_leave_may_bring_it_forward(self, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=day(now) - WEEK, regime=Regime.ADULT)
        sentence(trajectory.person, at=now, months=6)
        release(trajectory.person, at=now, expected_on=day(now) + 5 * WEEK)
        assert f"Op zijn vroegst op {written(day(now) + 3 * WEEK)}." in read(noor, page_of(trajectory))

    def test_of_who_is_free_it_leads_to_his_page_and_loses_nothing(
        self, cast: Cast, jayden, now, noor: Client
    ):
        people.arrange(jayden, "insurance", by=cast.noor, at=now)
        people.arrange(jayden, "phone", State.ARRANGED, by=cast.noor, at=now)
        history(jayden.person).stays[0].leave(on=day(now), by=TESTER, at=now)
        page = read(noor, page_of(jayden))
        assert "Hij is niet (meer) in een inrichting." in page
        assert "Dit stond nog open" in page
        assert "Zorgverzekering" in page
        assert "Telefoon" not in page
        assert noor.post(form_of(jayden, "insurance"), sent()).status_code == 302
        assert "Dit stond nog open" not in read(noor, page_of(jayden))
        assert "Naar de lijst" not in read(noor, reverse("desk:person", args=[jayden.person.ref]))

    def test_what_left_the_list_is_still_shown(self, cast: Cast, jayden, now, noor: Client):
        people.arrange(jayden, "phone", State.ARRANGED, by=cast.noor, at=now, words="Van zijn broer.")
        without(cast, "phone", now)
        page = read(noor, page_of(jayden))
        assert "Staat niet meer op de lijst" in page
        assert "Van zijn broer." in page

    def test_a_coordinator_reads_and_changes_nothing(self, cast: Cast, jayden, now):
        told = people.arrange(jayden, by=cast.noor, at=now)
        fatima = sign_in(cast.fatima)
        page = read(fatima, page_of(jayden))
        assert "Nog niet geregeld" in page
        assert "Bijwerken" not in page
        assert "Intrekken" not in page
        for url in (form_of(jayden), reverse("desk:withdraw_arrangement", args=[told.ref])):
            assert (fatima.get(url).status_code, fatima.post(url, sent()).status_code) == (403, 403)
        assert Arrangement.objects.count() == 1

    def test_nobody_else_finds_it(self, cast: Cast, jayden, now):
        told = people.arrange(jayden, by=cast.noor, at=now)
        back = reverse("desk:withdraw_arrangement", args=[told.ref])
        for other in (cast.sem, cast.bas):
            client = sign_in(other)
            assert client.get(page_of(jayden)).status_code == 404
            assert client.post(form_of(jayden), sent()).status_code == 404
            assert client.post(back, {}).status_code == 404
        assert Arrangement.objects.count() == 1


class TestTellingHowItStands:
    def test_state_first_and_back_to_the_list(self, jayden, now, noor: Client):
        assert "Zonder kan hij niets aanvragen." in read(noor, form_of(jayden))
        typed = sent(
            "open", owner="family", owner_name="Oma", due_on=f"{day(now) + DAY:%d-%m-%Y}", words="Belt."
        )
        answer = noor.post(form_of(jayden), typed)
        assert answer.url == page_of(jayden)
        told = Arrangement.objects.get()
        assert (told.state, told.owner, told.owner_name, told.words) == ("open", "family", "Oma", "Belt.")
        assert (told.happened_on, told.due_on) == (day(now), day(now) + DAY)
        again = noor.get(form_of(jayden)).content.decode()
        assert 'value="Oma"' in again
        assert re.search(r'value="open"[^>]*checked', again)

    def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_stays(self, jayden, now, noor: Client):
        typed = sent("open", owner_name="Anneke", due_on=f"{day(now) - DAY:%d-%m-%Y}")
        said = noor.post(form_of(jayden), typed).content.decode()
        assert "Deze dag is al geweest." in said
        assert 'value="Anneke"' in said
        assert "Kies een antwoord." in noor.post(form_of(jayden), sent("")).content.decode()
        noor.post(form_of(jayden), sent(words="x" * 201))
        assert not Arrangement.objects.exists()

    def test_with_nothing_but_how_it_stands(self, jayden, noor: Client):
        noor.post(form_of(jayden), {"state": "not_needed", "owner": "unknown"})
        assert Arrangement.objects.get().state == "not_needed"

    def test_after_his_release_is_allowed_and_said(self, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + 4 * DAY)
        noor.post(form_of(jayden), sent("open", due_on=f"{day(now) + 9 * DAY:%d-%m-%Y}"))
        assert "(dat is na zijn vrijlating)" in read(noor, page_of(jayden))

    @pytest.mark.parametrize("item", ["nothing", "rent"])
    def test_what_is_not_on_the_list_is_not_there(self, jayden, noor: Client, item: str):
        assert noor.get(form_of(jayden, item)).status_code == 404
        kept = noor.post(form_of(jayden, item), sent(words="Getypt.")).content.decode()
        assert "staat niet meer op de lijst" in kept
        assert 'value="Getypt."' in kept
        wrong = form_of(jayden).replace("/release/", "/shopping/")
        assert noor.get(wrong).status_code == 404

    def test_taken_back_the_one_before_holds(self, cast: Cast, jayden, now, noor: Client):
        people.arrange(jayden, by=cast.noor, at=now, words="Eerst.")
        wrong = people.arrange(jayden, state=State.ARRANGED, by=cast.noor, at=now, words="Van een ander.")
        url = reverse("desk:withdraw_arrangement", args=[wrong.ref])
        assert "Van een ander." in read(noor, url)
        assert noor.post(url, {}).url == page_of(jayden)
        page = read(noor, page_of(jayden))
        assert "Eerst." in page
        assert "Van een ander." not in page


def without(cast: Cast, code: str, now) -> None:
    """The list of today has this thing no more."""
    text = shipped("national")
    start = text.index(f"      {code}:\n        title: Telefoon")
    end = text.index("      insurance:", start)
    changed = (text[:start] + text[end:]).replace("2024-01-01", f"{day(now):%Y-%m-%d}", 1)
    load(changed, filename="national.yaml", by=TESTER, at=now)
