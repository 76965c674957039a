"""Noor makes a passkey and signs in with it; the browser has an authenticator that answers for her finger."""

import pytest
from playwright.sync_api import CDPSession

from tests.cast import Cast
from tests.entrance.codes import PASSWORD, code, give_app
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor

FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def gives_finger(visitor: Visitor) -> tuple[CDPSession, str]:
    """From now on her finger is on the reader."""
    devtools = visitor.page.context.new_cdp_session(visitor.page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})
    return devtools, made["authenticatorId"]


def signs_in_by_password(visitor: Visitor) -> None:
    visitor.goes_to("/inloggen/")
    visitor.types({"E-mailadres": "noor@example.nl", "Wachtwoord": PASSWORD})
    visitor.clicks("Inloggen")


def leaves(visitor: Visitor) -> None:
    visitor.clicks("Uitloggen")
    visitor.sees("U bent uitgelogd.")


def test_the_whole_life_of_a_passkey(cast: Cast, arrives: Arrives):
    # Given Noor, who has an app, and a finger on the reader
    give_app(cast.noor)
    noor = arrives()
    gives_finger(noor)
    signs_in_by_password(noor)
    noor.types({"Code": code()})
    noor.clicks("Inloggen")
    # When she makes a passkey
    noor.goes_to("/mijn-account/passkeys/nieuw/")
    noor.types({"Wachtwoord": PASSWORD})
    noor.clicks("Verder")
    noor.sees("Een passkey maken")
    noor.shows("passkey_new")
    noor.types({"Naam": "Laptop van het werk"})
    noor.clicks("Passkey maken")
    noor.page.wait_for_url("**/mijn-account/herstelcodes/")
    noor.sees("De passkey is toegevoegd.")
    noor.looks()
    # Then it stands on her account
    noor.goes_to("/mijn-account/")
    noor.sees("Laptop van het werk")
    noor.shows("account_passkey")
    # And she signs in with it: no password, no code
    leaves(noor)
    noor.thing("Inloggen met een passkey").click()
    noor.page.wait_for_url("**/vandaag/")
    noor.looks()
    # And it serves as the second step after a password
    leaves(noor)
    signs_in_by_password(noor)
    noor.shows("second_step_passkey")
    noor.thing("Gebruik uw passkey").click()
    noor.page.wait_for_url("**/vandaag/")
    # And to prove that it is her, before she takes it away again
    noor.goes_to("/mijn-account/")
    noor.clicks("Andere naam")
    noor.clicks("Met uw passkey")
    noor.shows("again_passkey")
    noor.thing("Gebruik uw passkey").click()
    noor.page.wait_for_url("**/mijn-account/passkeys/*/")
    noor.looks()
    noor.shows("passkey_name")
    noor.types({"Naam": "Oude laptop"})
    noor.clicks("Opslaan")
    noor.clicks("Weghalen van Oude laptop")
    noor.shows("passkey_away")
    noor.clicks("Ja, weghalen")
    noor.sees("De passkey is weggehaald.")
    noor.does_not_see("Oude laptop")


def test_the_first_second_step_may_be_a_passkey(cast: Cast, arrives: Arrives):
    # Given Noor, who has only a password
    noor = arrives()
    gives_finger(noor)
    signs_in_by_password(noor)
    # When she chooses a passkey instead of an app
    noor.clicks("Maak een passkey")
    noor.thing("Passkey maken").click()
    # Then she gets recovery codes and is in
    noor.page.wait_for_url("**/mijn-account/herstelcodes/")
    noor.clicks("Ik heb ze bewaard")
    noor.sees("Vandaag")


@pytest.mark.parametrize("known", [True, False], ids=["the finger is not hers", "no passkey here"])
def test_a_passkey_that_does_not_work_is_said(cast: Cast, arrives: Arrives, known: bool):
    noor = arrives()
    devtools, authenticator = gives_finger(noor)
    if known:
        devtools.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})
    noor.goes_to("/inloggen/")
    noor.thing("Inloggen met een passkey").click()
    noor.sees("Dat lukte niet. Probeer het nog een keer, of log in op een andere manier.")
    noor.looks()
