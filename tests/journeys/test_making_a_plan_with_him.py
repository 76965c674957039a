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
from tests.journeys.plan_made import (
    GOAL,
    PARTY,
    POST,
    SAVE,
    STEPS,
    TALENT,
    WISH,
    Travels,
    presses,
    travels,
    typed,
)
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
    plan_made.tells_what_he_is_good_at(noor)
    plan_made.makes_a_goal_of_it(noor)
    plan_made.takes_a_step_herself(noor)
    plan_made.signs(noor, plan, until=day(now + YEAR + 7 * DAY))
    _prints_what_he_signs(noor)
    plan_made.takes_over(noor, plan, on=f"Op de machtiging voor {PARTY}")
    # And what he owes and was sent lies with it
    _tells_of_a_debt(noor, plan)
    _keeps_a_letter(noor, plan)
    plan_made.agrees_with_him(noor, plan)
    noor.goes_to(plan)
    noor.shows("plan-begin")
    # When a year goes by, in which he takes his step and opens his post himself
    travels(now + YEAR)
    plan_made.returns(noor, plan)
    plan_made.follows(noor, "Bekijken", GOAL)
    plan_made.says_that_he_did_it(noor)
    plan_made.hands_back(noor, plan)
    # Then his page begins with what he wants
    noor.goes_to(page)
    expect(noor.page.locator("main h2").first).to_have_text("Wat hij wil")
    noor.sees(WISH, TALENT)
    _both_look_back(noor, plan, now)


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_the_heart_of_it_anywhere(
    cast: Cast, arrives: Arrives, page: str, now: datetime, travels: Travels, how: dict[str, bool]
):
    # Given Noor at his table, with her phone; or at a computer that runs no scripts
    noor, plan = arrives(cast.noor, **how), f"{page}plan/"
    plan_made.tells_what_he_wants(noor, page)
    plan_made.makes_a_goal_of_it(noor)
    plan_made.takes_over(noor, plan, on="Geen machtiging nodig")
    # When a year goes by, and both look again
    travels(now + YEAR)
    plan_made.returns(noor, plan)
    plan_made.follows(noor, "Bekijken", GOAL)
    plan_made.says_that_he_did_it(noor)
    plan_made.hands_back(noor, plan)
    # Then they see what he wanted, what changed, and what he does himself
    noor.goes_to(plan)
    noor.sees(WISH, "Hij doet het zelf", "1 van 2 stappen gedaan.")
    noor.clicks("Wat veranderde tussen twee dagen?")
    noor.types({"Van welke dag?": typed(day(now))})
    noor.clicks("Vergelijken")
    noor.sees("De officier doet het", "Hij doet het zelf", "1 van 2 stappen gedaan.")


def test_a_wish_by_keyboard_alone(cast: Cast, arrives: Arrives, page: str):
    # Given Noor, who goes with Tab from his plan to the form
    noor = arrives(cast.noor)
    noor.goes_to(f"{page}plan/")
    keys, focused = noor.page.keyboard, noor.page.locator(":focus")
    presses(noor, "Wens vastleggen")
    # When she forgets his words, and sends the form with Enter in the last field
    noor.field("Waar zei hij dit?").focus()
    keys.type("op de luchtplaats")
    keys.press("Enter")
    noor.page.wait_for_load_state()
    # Then the focus is on what to look at, the first stop there leads to the field, and the rest still stands there
    expect(focused).to_contain_text("Kijk dit nog even na")
    expect(focused).to_contain_text("Vul dit in.")
    noor.looks()
    keys.press("Tab")
    keys.press("Enter")
    expect(noor.field("Wat wil hij?")).to_be_focused()
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
    expect(noor.field("Waar zei hij dit?")).to_have_value("op de luchtplaats")
    # And from his words each Tab is the next field, until the button
    keys.type(WISH)
    for following in ("Wanneer zei hij dit?", "Waar zei hij dit?"):
        keys.press("Tab")
        expect(noor.field(following)).to_be_focused()
    keys.press("Tab")
    expect(noor.thing(SAVE)).to_be_focused()
    keys.press("Enter")
    noor.sees("Wens vastgelegd.", WISH)


def _prints_what_he_signs(noor: Visitor) -> None:
    noor.clicks("Op papier")
    noor.sees("Ik ben Jayden Muller", PARTY, "Mijn post over schulden openen.", "Mijn handtekening")
    noor.page.emulate_media(media="print")
    expect(noor.page.get_by_text("Regie verstuurt niets")).to_be_hidden()
    expect(noor.page.get_by_role("navigation").first).to_be_hidden()
    noor.page.emulate_media(media="screen")
    noor.shows("papier")


def _tells_of_a_debt(noor: Visitor, plan: str) -> None:
    plan_made.returns(noor, plan)
    noor.clicks("Schulden bekijken")
    noor.clicks("Schuld vastleggen")
    noor.types({"Aan wie is hij geld schuldig?": "Zorgverzekeraar"})
    noor.answers("Staat hier geen bedrag?", "Nagevraagd, niet bekend")
    noor.shows("schuld")
    noor.clicks(SAVE)
    noor.sees("Schuld vastgelegd.", "Zorgverzekeraar")
    noor.shows("schulden")


def _keeps_a_letter(noor: Visitor, plan: str) -> None:
    plan_made.returns(noor, plan)
    noor.clicks("Papier vastleggen")
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
    noor.page.get_by_role("button", name="Bekijken").click()
    noor.looks()
    noor.sees(
        "Het plan zoals bekend op",
        WISH,
        f"0 van 3 stappen gedaan. Nu aan de beurt: {STEPS[0]}. Wie: hij zelf.",
    )
    noor.sees("De officier doet het")
    noor.does_not_see("Hij doet het zelf")
    # What changed since: he took his step, and opens his post himself
    plan_made.returns(noor, plan)
    noor.clicks("Wat veranderde tussen twee dagen?")
    noor.types({"Van welke dag?": typed(day(began))})
    noor.clicks("Vergelijken")
    noor.sees(
        "Uit handen genomen", POST, "De officier doet het", "Hij doet het zelf", "1 van 3 stappen gedaan."
    )
    noor.does_not_see(TALENT)
    noor.shows("verschil")
