"""Noor gives him a sheet that says who helps him, what was told to whom and why that may: in plain words."""

from datetime import timedelta

import pytest
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.privacy.models import AccessEntry
from regie.ui.words import capital, on_weekday
from tests.cast import Cast
from tests.factories import people
from tests.sheets.reading import faults, said

DAY = timedelta(days=1)


def words(client, trajectory) -> str:
    answer = client.get(reverse("desk:who_knows_sheet", args=[trajectory.person.ref]))
    assert answer["Content-Type"] == "application/pdf"
    assert faults(answer.content) == []
    return said(answer.content)


@pytest.fixture
def told(cast: Cast):
    return {"by": cast.noor, "at": this_moment()}


class TestWhatStandsOnIt:
    def test_with_nobody_it_says_so_and_what_he_may(self, noor, trajectory):
        text = words(noor, trajectory)
        assert str(trajectory.person) in text
        assert f"Zo staat het op {on_weekday(day(this_moment()))}." in text
        assert "Nu is er niemand anders." in text
        assert "Mijn officier heeft nog niets verteld aan een ander." in text
        assert "Ik mag vragen om iets weg te halen." in text
        assert "Noor" in text

    def test_who_helps_him_for_what_why_and_from_when_until_when(self, noor, trajectory, told):
        involved = people.involve(trajectory, **told)
        text = words(noor, trajectory)
        assert "Budgetwinkel helpt mij" in text
        assert "Waarvoor? Zodat zijn schulden niet groeien." in text
        assert "iets vertellen? Financiën en schulden." in text
        assert "Er is een wet voor: Hulp bij schulden." in text
        assert f"Sinds wanneer? {capital(on_weekday(involved.happened_on))}." in text
        assert f"Tot en met wanneer? {capital(on_weekday(involved.until))}." in text

    def test_what_he_asked_himself_and_what_the_privacy_officer_still_judges(self, noor, trajectory, told):
        people.involve(trajectory, ground="own_request", scope="Mijn baas mag dit weten.", **told)
        people.disclose(trajectory, ground="privacy_officer_decides", what="Waar hij is.", **told)
        text = words(noor, trajectory)
        assert "Ik vroeg er zelf om, of ik vond het goed." in text
        assert "Ik zei: Mijn baas mag dit weten." in text
        assert "Of dit mag, kijkt de gemeente nog na." in text

    def test_what_was_told_the_last_first(self, noor, trajectory, told):
        people.disclose(trajectory, what="Eerst dit.", happened_on=day(told["at"]) - DAY, **told)
        people.disclose(trajectory, what="Toen dat.", **told)
        text = words(noor, trajectory)
        assert f"Verteld aan Zijn verhuurder op {on_weekday(day(told['at']))}" in text
        assert text.index("Toen dat.") < text.index("Eerst dit.")

    def test_who_is_not_involved_any_more_and_what_was_taken_back_are_off_it(self, noor, trajectory, told):
        was = people.involve(trajectory, **told)
        was.end(ended_on=day(told["at"]), why="Klaar.", by=told["by"].acting(told["at"]), at=told["at"])
        people.disclose(trajectory, what="Nooit gezegd.", **told).withdraw(
            by=told["by"].acting(told["at"]), at=told["at"]
        )
        text = words(noor, trajectory)
        assert "Budgetwinkel" not in text
        assert "Nooit gezegd." not in text


class TestWhoReadsIt:
    def test_it_is_written_down_and_it_hangs_under_the_ledger(self, noor, sem, trajectory):
        words(noor, trajectory)
        entry = AccessEntry.objects.latest("pk")
        assert (entry.page, entry.subject) == ("desk:who_knows_sheet", trajectory.person.ref)
        address = reverse("desk:who_knows_sheet", args=[trajectory.person.ref])
        assert sem.get(address).status_code == 404
        page = noor.get(reverse("desk:disclosures", args=[trajectory.person.ref])).content.decode()
        assert address in page
