"""What cannot be in a plan is said beside its field, on a phone and without JavaScript; what was typed stays."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from regie.base.clock import day
from regie.plans.models import Paper, Step, Wish
from tests.cast import Cast
from tests.factories import goals, people
from tests.journeys.conftest import Arrives
from tests.journeys.plan_made import SAVE, beside, typed
from tests.journeys.plan_made import vault_of_this_test as vault_of_this_test
from tests.journeys.visitor import Visitor

__all__ = ["vault_of_this_test"]
LONG = "Ik wil " + "heel graag " * 1090 + "weg."
DAY = timedelta(days=1)


@pytest.mark.usefixtures("vault_of_this_test")
def test_what_cannot_be(cast: Cast, arrives: Arrives, now: datetime):
    # Given Noor on the street with her phone, which runs no scripts today
    trajectory = people.guide(cast, at=now - 9 * DAY)
    goal = goals.goal(trajectory, by=cast.noor, at=now)
    noor, his = arrives(cast.noor, phone=True, javascript=False), f"/jongeren/{trajectory.person.ref}/"
    _pastes_far_too_much(noor, his)
    _says_that_a_step_is_before_its_goal(noor, f"/doelen/{goal.ref}/stappen/nieuw/", before=now - DAY)
    _keeps_what_is_no_pdf(noor, his)
    assert [model.objects.count() for model in (Wish, Step, Paper)] == [0, 0, 0]


def _pastes_far_too_much(noor: Visitor, his: str) -> None:
    assert len(LONG) == 12_001
    noor.goes_to(f"{his}wensen/nieuw/")
    noor.types({"Wat wil hij?": LONG, "Waar zei hij dit?": "bij zijn oma"})
    noor.clicks(SAVE)
    assert "Dit is te lang: 12.001 tekens. Er passen er 1.000." in beside(noor, "Wat wil hij?")
    assert noor.field("Wat wil hij?").input_value() == LONG
    expect(noor.field("Waar zei hij dit?")).to_have_value("bij zijn oma")


def _says_that_a_step_is_before_its_goal(noor: Visitor, way: str, *, before: datetime) -> None:
    noor.goes_to(way)
    noor.sees(goals.ROOM)
    noor.types({"Wat gebeurt er bij deze stap?": "Bellen.", "Voor welke dag?": typed(day(before))})
    noor.answers("Wie doet het?", "Hij zelf")
    noor.clicks(SAVE)
    assert "Dat is voor de dag van het doel. Kies een latere dag." in beside(noor, "Voor welke dag?")
    expect(noor.field("Voor welke dag?")).to_have_value(typed(day(before)))
    expect(noor.field("Wat gebeurt er bij deze stap?")).to_have_value("Bellen.")
    expect(noor.page.get_by_role("radio", name="Hij zelf")).to_be_checked()


def _keeps_what_is_no_pdf(noor: Visitor, his: str) -> None:
    noor.goes_to(f"{his}papieren/nieuw/")
    file = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": b"<html><script>alert(1)</script>"}
    noor.field("Welk bestand?").set_input_files(files=[file])
    noor.answers("Wat voor papier is het?", "Brief")
    noor.types({"Hoe noemt u het?": "Brief van het CJIB"})
    noor.clicks(SAVE)
    assert "Fout:" in beside(noor, "Welk bestand?")
    expect(noor.field("Hoe noemt u het?")).to_have_value("Brief van het CJIB")
    expect(noor.page.get_by_role("radio", name="Brief", exact=True)).to_be_checked()
