"""The whole road: sign in, register a referral, accept it, see him among my young people, log a first contact."""

from datetime import timedelta

import pytest

from regie.base.clock import day, now
from regie.contacts.models import ContactMoment
from tests.cast import Cast
from tests.entrance.codes import PASSWORD, code, give_app
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor


def days_ago(number: int) -> str:
    return f"{day(now()) - timedelta(days=number):%-d-%-m-%Y}"


def signs_in(visitor: Visitor) -> None:
    visitor.goes_to("/")
    visitor.types({"E-mailadres": "noor@example.nl", "Wachtwoord": PASSWORD})
    visitor.clicks("Inloggen")
    visitor.types({"Code": code()})
    visitor.clicks("Inloggen")


def registers(visitor: Visitor) -> None:
    visitor.clicks("Aanmelding invoeren")
    visitor.types(
        {
            "Voornaam": "Jayden",
            "Achternaam": "Muller",
            "Geboortedatum": "17-4-2005",
            "Wie meldt aan?": "Casemanager PI Sittard, Els Janssen",
            "In detentie sinds": days_ago(3),
            "In welke inrichting?": "PI Sittard",
            "Wat werd er verteld?": "Heeft geen geldig ID. Hij wil werken met auto's.",
        }
    )
    visitor.clicks("Opslaan")
    visitor.sees("Aanmelding opgeslagen.", "Jayden Muller", "Casemanager PI Sittard, Els Janssen")


def accepts(visitor: Visitor) -> None:
    visitor.clicks("Aannemen")
    visitor.sees("U begeleidt nu Jayden Muller.", "Kennismaken", "Dag 4. Nog geen eerste contact.")


def logs_a_first_contact(visitor: Visitor) -> None:
    visitor.clicks("Contact vastleggen")
    visitor.chooses("We hadden contact")
    visitor.chooses("Bezoek in de PI")
    visitor.types({"Wat wilt u onthouden?": "Jayden wil automonteur worden."})
    visitor.clicks("Opslaan")
    visitor.sees("Contact vastgelegd.", "Eerste contact na 3 dagen.", "Jayden wil automonteur worden.")


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_takes_jayden_on(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Noor, who has an app for her second step
    give_app(cast.noor)
    noor = arrives(**how)
    # When she signs in, types the referral and accepts it
    signs_in(noor)
    noor.sees("Nog geen jongeren")
    registers(noor)
    accepts(noor)
    # Then he is among her young people, with his clock running
    noor.goes_to("/jongeren/")
    noor.sees("Jayden Muller", "Dag 4. Nog geen eerste contact.")
    # And a first contact ends the clock
    noor.clicks("Jayden Muller")
    logs_a_first_contact(noor)
    assert ContactMoment.objects.current().count() == 1


def test_noor_does_it_by_keyboard_alone(cast: Cast, arrives: Arrives):
    # Given Noor on her list, with her hands on the keyboard
    noor = arrives(cast.noor)
    noor.goes_to("/jongeren/")
    keys = noor.page.keyboard
    # When she skips to the content
    keys.press("Tab")
    assert noor.page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    keys.press("Enter")
    # And goes on to the button, the form and its fields
    _tab_to(noor, "Aanmelding invoeren")
    keys.press("Enter")
    noor.page.wait_for_url("**/nieuw/")
    noor.looks()
    for label, typed in {"Voornaam": "Jayden", "Wie meldt aan?": "PI Sittard"}.items():
        _tab_to(noor, label)
        keys.type(typed)
    _tab_to(noor, "Opslaan")
    keys.press("Enter")
    # Then the referral is there, and Enter accepts it
    noor.page.wait_for_url("**/aanmeldingen/*-*/")
    noor.looks()
    _tab_to(noor, "Aannemen")
    keys.press("Enter")
    noor.page.wait_for_url("**/jongeren/*-*/")
    noor.looks()
    noor.sees("U begeleidt nu Jayden.")


def _tab_to(visitor: Visitor, words: str, most: int = 40) -> None:
    """Tabs on until the focus stands on these words, and sees that it shows."""
    said = "e => (e.labels && e.labels.length ? e.labels[0].textContent : e.textContent).trim()"
    for _ in range(most):
        visitor.page.keyboard.press("Tab")
        focus = visitor.page.evaluate_handle("document.activeElement")
        if focus.evaluate(said).startswith(words):
            assert focus.evaluate("e => getComputedStyle(e).outlineStyle") != "none", (
                f"{words}: focus not seen"
            )
            return
    raise AssertionError(f"Tab never came to {words!r}.")
