"""Jayden rings: he is free. Noor says so with her thumb, calls the shelter, and hands his first days over."""

from datetime import timedelta

import pytest

from regie.base.clock import day, now
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.journeys.conftest import Arrives

FREE, SAVE_CALL = "Hij is vrij", "Telefoontje opslaan"


@pytest.fixture
def page(cast: Cast) -> str:
    """The page of Jayden, who is inside."""
    trajectory = people.guide(cast, at=now() - timedelta(days=9))
    hold(trajectory.person, at=now(), entered_on=day(now()) - timedelta(days=13))
    return f"/jongeren/{trajectory.person.ref}/"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_noor_hears_that_he_is_free_and_stands_by_him(
    cast: Cast, arrives: Arrives, page: str, javascript: bool
):
    # Given Noor on the street with her phone
    noor = arrives(cast.noor, phone=True, javascript=javascript)
    noor.goes_to(page)
    # When she says that he is free since yesterday
    noor.clicks(FREE)
    noor.chooses("Gisteren")
    noor.shows("hij-is-vrij")
    noor.clicks(FREE)
    # Then one screen says what cannot wait
    noor.sees("Vastgelegd: hij is vrij sinds", "We weten nog niet waar hij vannacht slaapt.")
    noor.shows("eerste-72-uur")
    # When she calls the shelter, and knows where he sleeps
    noor.field("Wie belde u?").select_option("Opvang")
    noor.answers("Nam iemand op?", "Ja")
    noor.types({"Wat werd er gezegd?": "Er is een bed tot vrijdag."})
    noor.clicks(SAVE_CALL)
    noor.sees("Telefoontje vastgelegd.", "Er is een bed tot vrijdag.", "Gebeld vandaag om")
    noor.clicks("Slaapplek vastleggen")
    noor.answers("Waar slaapt hij?", "In de opvang")
    noor.clicks("Opslaan")
    noor.sees("Slaapplek vastgelegd.")
    noor.does_not_see("We weten nog niet waar hij vannacht slaapt.")
    # Then he stands on top of her day, until she hands his first days over
    noor.goes_to("/vandaag/")
    noor.sees("Vannacht: in de opvang", "1 keer gebeld")
    noor.goes_to(f"{page}eerste-72-uur/")
    noor.clicks("Eerste dagen afronden")
    noor.types({"Wat gaat er mee?": "Hij slaapt in de opvang tot vrijdag."})
    noor.types({"Wanneer spreekt u hem weer?": f"{day(now()) + timedelta(days=2):%-d-%-m-%Y}"})
    noor.clicks("Opslaan")
    noor.sees("Zet hier een vinkje, of regel het eerst.")
    noor.page.get_by_label("Ja, toch overdragen").check()
    noor.clicks("Opslaan")
    noor.sees("Eerste dagen afgerond. Wat meegaat, blijft hier staan.")
    noor.goes_to(page)
    noor.sees("Stabiliseren")


def test_by_keyboard_alone_and_taken_back(cast: Cast, arrives: Arrives, page: str):
    noor = arrives(cast.noor)
    noor.goes_to(page)
    noor.presses(FREE)
    noor.presses(FREE)
    noor.sees("Vastgelegd: hij is vrij sinds")
    noor.field("Wie belde u?").focus()
    noor.page.keyboard.type("Familie")
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Tab")
    noor.page.keyboard.press("Space")
    noor.presses(SAVE_CALL)
    noor.sees("Telefoontje vastgelegd.", "Familie")
    noor.presses("Dit klopt niet, hij zit nog vast")
    noor.presses("Ja, hij zit nog vast")
    noor.sees("Teruggedraaid: er staat niet meer dat hij vrij is.")
