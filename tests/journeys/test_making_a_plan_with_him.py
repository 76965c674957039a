"""Jayden and Noor make his plan, from what he wants; a year later both see what changed and what he does himself."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from regie.base import clock
from regie.base.clock import day
from tests.cast import Cast
from tests.factories import people
from tests.factories.papers import PDF
from tests.journeys import plan_made
from tests.journeys.conftest import Arrives
from tests.journeys.plan_made import GOAL, PARTY, POST, SAVE, STEPS, TALENT, WISH, Travels, travels, typed
from tests.journeys.plan_made import vault_of_this_test as vault_of_this_test
from tests.journeys.visitor import Visitor

__all__ = ["travels", "vault_of_this_test"]
DAY, YEAR = timedelta(days=1), timedelta(weeks=52)


@pytest.fixture
def now() -> datetime:
    """The day on which they begin: a year ago."""
    return clock.now() - YEAR


@pytest.fixture
def page(cast: Cast, now: datetime, travels: Travels) -> str:
    """The page of Jayden, whom Noor guides since a week; the server lives on that day."""
    trajectory = people.guide(cast, at=now - timedelta(days=7))
    travels(now)
    return f"/jongeren/{trajectory.person.ref}/"


@pytest.mark.usefixtures("vault_of_this_test")
def test_at_a_desk_from_what_he_wants_to_what_he_does_himself(
    cast: Cast, arrives: Arrives, page: str, now: datetime, travels: Travels
):
    # Given Noor and Jayden at one desk, who begin with what he wants and is good at
    noor, plan = arrives(cast.noor), f"{page}plan/"
    plan_made.tells_what_he_wants(noor, page)
    # When his wish becomes a goal, and she takes his post out of his hands, as he signed for
    plan_made.makes_a_goal_of_it(noor)
    plan_made.takes_over(noor, plan, until=day(now + YEAR + 7 * DAY))
    _prints_what_he_signs(noor)
    # And what he owes and was sent lies with it
    _tells_of_a_debt(noor, plan)
    _keeps_a_letter(noor, plan)
    plan_made.agrees_with_him(noor, plan)
    noor.goes_to(plan)
    noor.shows("plan-begin")
    # When a year goes by, in which he takes his step and opens his post himself
    travels(now + YEAR)
    noor.goes_to(plan)
    plan_made.follows(noor, "Bekijken", GOAL)
    plan_made.says_that_he_did_it(noor)
    plan_made.hands_back(noor, plan)
    # Then his page begins with what he wants
    noor.goes_to(page)
    expect(noor.page.locator("main h2").first).to_have_text("Wat hij wil")
    noor.sees(WISH, TALENT)
    _both_look_back(noor, plan, now)


def _prints_what_he_signs(noor: Visitor) -> None:
    noor.clicks("Op papier")
    noor.sees("Ik ben Jayden Muller", PARTY, "Mijn post over schulden openen.", "Mijn handtekening")
    noor.page.emulate_media(media="print")
    expect(noor.page.get_by_text("Regie verstuurt niets")).to_be_hidden()
    expect(noor.page.get_by_role("navigation").first).to_be_hidden()
    noor.page.emulate_media(media="screen")
    noor.shows("papier")


def _tells_of_a_debt(noor: Visitor, plan: str) -> None:
    noor.goes_to(plan)
    noor.clicks("Schulden bekijken")
    noor.clicks("Schuld vastleggen")
    noor.types({"Aan wie is hij geld schuldig?": "Zorgverzekeraar"})
    noor.answers("Staat hier geen bedrag?", "Nagevraagd, niet bekend")
    noor.shows("schuld")
    noor.clicks(SAVE)
    noor.sees("Schuld vastgelegd.", "Zorgverzekeraar")
    noor.shows("schulden")


def _keeps_a_letter(noor: Visitor, plan: str) -> None:
    noor.goes_to(plan)
    noor.clicks("Papier bewaren")
    letter = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": PDF}
    noor.field("Welk bestand?").set_input_files(files=[letter])
    noor.answers("Wat voor papier is het?", "Brief")
    noor.types({"Hoe noemt u het?": "Brief van de zorgverzekeraar"})
    noor.clicks(SAVE)
    noor.sees("Papier vastgelegd.", "Brief van de zorgverzekeraar")
    with noor.page.expect_download() as coming:
        noor.thing("Downloaden").click()
    assert coming.value.suggested_filename == "brief.pdf"
    assert Path(coming.value.path()).read_bytes() == PDF


def _both_look_back(noor: Visitor, plan: str, began: datetime) -> None:
    # The plan of the day on which they began: what he wanted, and what she did for him then
    noor.goes_to(plan)
    noor.shows("plan-nu")
    noor.types({"Van welke dag?": typed(day(began))})
    noor.clicks("Bekijken")
    noor.goes_to(f"{plan}?op={typed(day(began))}")
    noor.sees("Het plan zoals bekend op", WISH, f"0 van 2 stappen gedaan. Nu aan de beurt: {STEPS[0]}")
    noor.sees("De officier doet het")
    noor.does_not_see("Hij doet het zelf")
    # What changed since: he took his step, and opens his post himself
    noor.goes_to(plan)
    noor.clicks("Wat veranderde tussen twee dagen?")
    noor.types({"Van welke dag?": typed(day(began))})
    noor.clicks("Vergelijken")
    noor.sees(
        "Uit handen genomen", POST, "De officier doet het", "Hij doet het zelf", "1 van 2 stappen gedaan."
    )
    noor.does_not_see(TALENT)
    noor.shows("verschil")
