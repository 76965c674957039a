"""Noor writes down what Jayden wants: while she types she sees how it reads, and without scripts in a window beside it."""

from datetime import datetime

from playwright.sync_api import expect

from regie.plans.models import Wish
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives

SAID = "‘conform’ is een moeilijk woord. Makkelijker is: ‘volgens’."
HARD, EASY = "Ik wil wonen conform de regels.", "Ik wil wonen volgens de regels."
LONG = "Ik wil een kamer en een baan en geld en rust en dan wil ik ook mijn dochter weer zien"


def test_while_she_types(cast: Cast, arrives: Arrives, now: datetime):
    # Given Noor at her desk
    trajectory = people.guide(cast, at=now)
    noor = arrives(cast.noor)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/wensen/nieuw/")
    hints = noor.page.locator("[data-reads=id_words]")
    expect(hints).to_be_hidden()
    # When she types a difficult word, the hint comes by itself, also to who listens
    noor.types({"Wat wil hij?": HARD})
    expect(hints).to_contain_text(SAID)
    expect(hints).to_have_attribute("aria-live", "polite")
    expect(noor.field("Wat wil hij?")).to_be_focused()
    noor.looks()
    noor.shows("hint")
    # And when she takes an easier word, it goes
    noor.types({"Wat wil hij?": EASY})
    expect(hints).to_be_hidden()
    # A long sentence is told with its words, and is saved all the same
    noor.types({"Wat wil hij?": LONG})
    expect(hints).to_contain_text("Deze zin is lang: 20 woorden.")
    noor.clicks("Opslaan")
    assert Wish.objects.get().words == LONG


def test_on_a_phone_without_scripts(cast: Cast, arrives: Arrives, now: datetime):
    # Given Noor on the street with her phone, which runs no scripts today
    trajectory = people.guide(cast, at=now)
    noor = arrives(cast.noor, phone=True, javascript=False)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/wensen/nieuw/")
    noor.types({"Wat wil hij?": HARD})
    # When she asks how it reads, it opens beside her form
    with noor.page.context.expect_page() as opened:
        noor.thing("Zo leest hij het").click()
    beside = opened.value
    expect(beside.get_by_role("heading", name="Zo leest hij het")).to_be_visible()
    expect(beside.locator("main")).to_contain_text(SAID)
    beside.screenshot(path=noor.pictures / "beside.png", full_page=True)
    assert beside.evaluate("document.documentElement.scrollWidth") <= 360
    beside.close()
    # Then what she typed is where it was, she says it more easily, and saves it
    expect(noor.field("Wat wil hij?")).to_have_value(HARD)
    noor.types({"Wat wil hij?": EASY})
    noor.clicks("Opslaan")
    assert Wish.objects.get().words == EASY
