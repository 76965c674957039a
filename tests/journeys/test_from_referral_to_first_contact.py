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


def weighs(visitor: Visitor) -> None:
    visitor.sees("Weeg deze aanmelding eerst.")
    visitor.clicks("Wegen")
    visitor.sees("Leeftijd: 21 jaar op")
    for question in (
        "Gaat het om een delict",
        "Heeft hij hardnekkige problemen",
        "Wil hij contact",
        "Is reguliere",
    ):
        visitor.answers(question, "Ja")
    visitor.page.get_by_role("checkbox", name="Wonen").check()
    visitor.types({"Toelichting bij vraag 5": "De nazorg begint pas als hij vrij is."})
    visitor.clicks("Opslaan")
    visitor.sees("Weging opgeslagen.", "De nazorg begint pas als hij vrij is.")


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
    # When she signs in, types the referral, weighs it and accepts it
    signs_in(noor)
    noor.sees("Niets dringends")
    noor.goes_to("/jongeren/")
    noor.sees("Nog geen jongeren")
    registers(noor)
    weighs(noor)
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
    for label, typed in {
        "Voornaam": "Jayden",
        "Geboortedatum": "17-4-2005",
        "Wie meldt aan?": "PI Sittard",
    }.items():
        _tab_to(noor, label)
        keys.type(typed)
    _tab_to(noor, "Opslaan")
    keys.press("Enter")
    # Then the referral is there; the space bar answers what is asked
    noor.page.wait_for_url("**/aanmeldingen/*-*/")
    noor.looks()
    _tab_to(noor, "Wegen")
    keys.press("Enter")
    noor.page.wait_for_url("**/weging/nieuw/")
    noor.looks()
    for turn in range(5):
        _tab_to(noor, "Nog niet nagegaan")
        for _ in range(3):
            keys.press("ArrowUp")
        if turn == 1:
            _tab_to(noor, "Wonen")
            keys.press("Space")
    _tab_to(noor, "Toelichting bij vraag 5")
    keys.type("De nazorg begint te laat.")
    _tab_to(noor, "Opslaan")
    keys.press("Enter")
    # And Enter accepts it
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
