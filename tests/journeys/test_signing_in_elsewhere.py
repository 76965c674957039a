"""Somebody signs in at the municipality itself: a real provider, a real browser, and our policy between them."""

from tests.cast import Cast
from tests.entrance.codes import code, give_app
from tests.entrance.provider import TWO_STEPS, Provider, free_port, point_to
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor

NOOR = {"email": "noor@example.nl", "email_verified": True}
BUTTON = "Inloggen met Gemeente Sittard-Geleen"


def goes_by(visitor: Visitor, sub: str) -> None:
    """From our door to theirs and back; what is on their page is theirs."""
    visitor.goes_to("/inloggen/")
    visitor.thing(BUTTON).click()
    visitor.page.get_by_placeholder("sub").fill(sub)
    visitor.complaints.clear()
    visitor.page.get_by_role("button", name="Authorize").click()
    visitor.page.wait_for_url(f"{visitor.address}/**")
    visitor.looks()


def test_a_colleague_comes_in(cast: Cast, arrives: Arrives, provider: Provider):
    noor = arrives()
    goes_by(noor, provider.knows("browser-1", **NOOR, **TWO_STEPS))
    noor.sees("Vandaag")


def test_her_second_step_is_asked_here_when_it_was_not_asked_there(
    cast: Cast, arrives: Arrives, provider: Provider
):
    give_app(cast.noor)
    noor = arrives()
    goes_by(noor, provider.knows("browser-2", **NOOR, amr=["pwd"]))
    noor.sees("Tweede stap")
    noor.types({"Code": code()})
    noor.clicks("Inloggen")
    noor.sees("Vandaag")


def test_a_stranger_reads_whom_to_ask(cast: Cast, arrives: Arrives, provider: Provider):
    stranger = arrives()
    goes_by(stranger, provider.knows("browser-3", email="vreemd@example.nl", email_verified=True))
    stranger.sees("U kunt hier niet naar binnen", "Wij kennen dit account niet: vreemd@example.nl.")
    stranger.shows("refused")


def test_who_stops_there_comes_back_here(cast: Cast, arrives: Arrives, provider: Provider):
    noor = arrives()
    noor.goes_to("/inloggen/")
    noor.shows("login_provider")
    noor.thing(BUTTON).click()
    noor.page.get_by_role("button", name="Deny").click()
    noor.page.wait_for_url(f"{noor.address}/**")
    noor.complaints.clear()
    noor.sees("U bent niet ingelogd")
    noor.looks()


def test_a_provider_that_is_away_is_said(cast: Cast, arrives: Arrives, monkeypatch, settings):
    point_to(f"http://127.0.0.1:{free_port()}", monkeypatch, settings)
    noor = arrives()
    noor.goes_to("/inloggen/")
    noor.clicks(BUTTON)
    noor.sees("De inlogdienst van uw organisatie gaf geen goed antwoord.")


def test_our_policy_stops_a_form_that_leads_elsewhere(
    cast: Cast, arrives: Arrives, provider: Provider, settings
):
    """Without the provider's address in form-action Chromium refuses the road: that is how we know it counts."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"form-action": ["'self'"]}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": directives}
    noor = arrives()
    noor.goes_to("/inloggen/")
    with noor.page.expect_console_message(lambda message: "form-action" in message.text):
        noor.thing(BUTTON).click()
