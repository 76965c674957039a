"""Noor gives the table of the JPP what it may have: she reads what goes, writes down that it goes, and copies it."""

from datetime import datetime

from tests.cast import Cast
from tests.factories import goals, people, plans
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor

TITLE = "Kopieer voor Jeugd Preventie Platform (JPP)"


def test_with_the_button(cast: Cast, arrives: Arrives, now: datetime):
    noor = arrives(cast.noor)
    noor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = _gives_it(noor, cast, now)
    noor.page.get_by_role("button", name="Kopieer", exact=True).click()
    noor.sees("Gekopieerd. Plak de tekst nu in het andere systeem.")
    assert noor.page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == text


def test_by_hand_on_a_phone_without_javascript(cast: Cast, arrives: Arrives, now: datetime):
    noor = arrives(cast.noor, phone=True, javascript=False)
    text = _gives_it(noor, cast, now)
    assert "Ik heb een eigen kamer." in text
    assert noor.page.get_by_role("button", name="Kopieer", exact=True).count() == 0
    assert noor.field("Kopieer deze tekst").get_attribute("readonly") is not None


def _gives_it(noor: Visitor, cast: Cast, now: datetime) -> str:
    """From his page to the text, which she answers."""
    trajectory = people.guide(cast, at=now)
    told = {"by": cast.noor, "at": now}
    goals.goal(trajectory, "De gemeente bellen.", **goals.HOME, **told)
    plans.wish(trajectory, words="Ik wil rust.", **told)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.clicks("Kopieer voor een ander")
    noor.sees("Zorg- en veiligheidshuis (ZVH)")
    noor.clicks("Tekst bekijken")
    noor.sees(TITLE, "Dit gaat mee", "Ik heb een eigen kamer.", "Dit gaat niet mee", "Mag niet mee")
    noor.does_not_see("Ik wil rust.")
    noor.types({"Waarvoor?": ""})
    noor.clicks("Ik geef dit door")
    noor.sees("Vul dit in")
    noor.types({"Waarvoor?": "Overleg van deze week."})
    noor.clicks("Ik geef dit door")
    noor.sees("Vastgelegd", "De verstrekking staat bij zijn verstrekkingen.")
    text: str = noor.field("Kopieer deze tekst").input_value()
    assert text.startswith("Voor: Jeugd Preventie Platform (JPP)\n")
    return text
