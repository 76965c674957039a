"""The page of how it goes: each eye side by side, what differs, and no score."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.actions import load
from regie.plans.enums import Eye
from regie.plans.models import DomainReading, Row
from regie.plans.queries import readings_of
from regie.plans.rules import DomainReadingAccount
from regie.privacy.models import AccessEntry
from tests.cast import TESTER, Cast
from tests.factories.approaches import shipped
from tests.factories.readings import read

TODAY, MONDAY = date(2026, 11, 18), date(2026, 11, 16)
SENT = {
    "eye": "himself",
    "happened_on": "16-11-2026",
    "level_housing": "varying",
    "words_housing": "Bij mijn oma kan ik soms slapen.",
    "level_care": "unknown",
}


def row(domain: str = "housing", level: str = "mostly", **told) -> Row:
    account = DomainReadingAccount(**({"happened_on": TODAY, "eye": Eye.OFFICER, "level": level} | told))
    return Row({"domain": domain}, account)


def tell(trajectory, cast: Cast, now, *rows: Row, **more) -> DomainReading:
    return DomainReading.tell_together(
        trajectory=trajectory, rows=rows, by=cast.noor.acting(now), at=now, **more
    )


def changed(now, *changes: tuple[str, str]) -> None:
    """From Tuesday on the national profile says it otherwise."""
    text = shipped("national").replace("valid_from: 2024-01-01", "valid_from: 2026-11-17")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    load(text, filename="national.yaml", by=TESTER, at=now)


def page(client: Client, trajectory) -> str:
    return unescape(client.get(reverse("desk:readings", args=[trajectory.person.ref])).content.decode())


class TestThePageShowsIt:
    def test_from_the_plan_through_the_form_to_the_page_and_the_plan(self, trajectory, noor: Client):
        him = trajectory.person.ref
        way, plan = reverse("desk:tell_readings", args=[him]), reverse("desk:plan", args=[him])
        assert way in noor.get(plan).content.decode()
        form = noor.get(way).content.decode()
        assert "De ene week gaat het, de andere week niet." in form  # what a step means stands there
        text = unescape(noor.post(way, SENT, follow=True).content.decode())
        assert "Hoe het gaat: vastgelegd." in text
        assert "Hijzelf, 16 november 2026" in text
        assert "“Bij mijn oma kan ik soms slapen.”" in text
        assert text.count("Nog niet gevraagd.") == 3  # of the five domains
        assert "Hijzelf: Gaat wisselend" in unescape(noor.get(plan).content.decode())

    def test_the_last_of_each_eye_stands_side_by_side_and_a_difference_is_said(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        told = {"by": cast.noor, "at": now}
        read(trajectory, "not", on=MONDAY, words="Vroeger", **told)
        read(trajectory, "mostly", **told)
        assert "Jullie zien dit anders" not in page(noor, trajectory)
        read(trajectory, "with_difficulty", eye=Eye.PARTNER, who="Woonpunt", **told)
        read(trajectory, "mostly", eye=Eye.PARTNER, who="Kredietbank", **told)
        read(trajectory, "unknown", eye=Eye.OFFICER, **told)
        text = page(noor, trajectory)
        assert text.count("Jullie zien dit anders. Praat erover.") == 1
        assert "Woonpunt (partner), 18 november 2026" in text
        assert "De re-integratieofficier, 18 november 2026" in text
        assert "Hoe het eerder ging: 5 keer verteld" in text
        before, history = text.split("Hoe het eerder ging")
        assert "Woonpunt (partner)" in before
        assert "Kredietbank (partner)" in before
        assert "Vroeger" in history
        assert "Vroeger" not in before

    def test_there_is_no_score(self, cast: Cast, trajectory, now, noor: Client):
        for domain in ("housing", "care"):
            read(trajectory, domain=domain, by=cast.noor, at=now)
        shown = page(noor, trajectory).lower()
        assert all(word not in shown for word in ("score", "gemiddeld", "totaal"))

    def test_the_coordinator_reads_it_and_changes_nothing(self, cast: Cast, trajectory, now, fatima: Client):
        read(trajectory, by=cast.noor, at=now)
        text = page(fatima, trajectory)
        assert "Gaat wisselend" in text
        assert "Verbeteren" not in text
        assert "Vastleggen" not in text
        assert "Meting vastleggen" not in text

    def test_another_officer_finds_nothing(self, trajectory, sem: Client, bas: Client):
        way = reverse("desk:readings", args=[trajectory.person.ref])
        assert {client.get(way).status_code for client in (sem, bas)} == {404}

    def test_opening_it_is_written_in_the_access_log(self, trajectory, noor: Client):
        page(noor, trajectory)
        assert AccessEntry.objects.get(subject=trajectory.person.ref).page == "desk:readings"

    def test_telling_it_better_and_taking_it_back(self, cast: Cast, trajectory, now, noor: Client):
        told = read(trajectory, by=cast.noor, at=now)
        way = reverse("desk:correct_domainreading", args=[told.ref])
        assert "Soms." in noor.get(way).content.decode()
        sent = {"eye": "officer", "level": "not", "happened_on": "18-11-2026", "words": "Nee."}
        assert "Hoe het gaat verbeterd." in noor.post(way, sent, follow=True).content.decode()
        back = reverse("desk:withdraw_domainreading", args=[told.ref])
        asks = unescape(noor.get(back).content.decode())
        assert "Wonen, 18 november 2026" in asks
        assert "De re-integratieofficier: Gaat niet" in asks
        assert "Hoe het gaat ingetrokken." in noor.post(back, follow=True).content.decode()
        assert readings_of(trajectory) == []

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"level_housing": "", "level_care": "", "words_housing": ""}, "minstens één leefgebied"),
            ({"level_housing": ""}, "Kies hierbij ook hoe het gaat."),
            ({"happened_on": "1-1-2090"}, "nog niet geweest"),
            ({"eye": "partner"}, "welke partner"),
            ({"words_housing": "y" * 1001}, "te lang"),
            ({"eye": ""}, "Kies een antwoord."),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, typed: dict[str, str], says: str
    ):
        way = reverse("desk:tell_readings", args=[trajectory.person.ref])
        text = unescape(noor.post(way, SENT | typed).content.decode())
        assert says in text
        assert (SENT | typed)["words_housing"] in text
        assert not DomainReading.objects.exists()
