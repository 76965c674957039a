"""A municipality installs Regie from nothing, works with it, loses the computer and comes back."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.entrance.codes import code
from tests.journeys.conftest import DESK
from tests.journeys.visitor import Visitor
from tests.prove.installation import Machine, clone

WIL = {
    "--region": "Zuid-Limburg",
    "--municipality": "Sittard-Geleen",
    "--cbs-code": "GM1883",
    "--manager-name": "Wil Janssen",
    "--manager-email": "wil@gemeente.example",
}
PASSWORD = "een heel nieuw wachtwoord"
Comes = Callable[[Machine], Visitor]


@pytest.fixture
def comes(browser: Browser, tmp_path: Path) -> Iterator[Comes]:
    """Brings somebody with a browser of his own to the door of a machine."""
    contexts = []

    def come(machine: Machine) -> Visitor:
        # Nobody vouches for the certificate of a test.
        context = browser.new_context(viewport=DESK, locale="nl-NL", ignore_https_errors=True)
        context.set_default_timeout(60_000)
        contexts.append(context)
        return Visitor(context.new_page(), machine.address, pictures=tmp_path)

    yield come
    for context in contexts:
        context.close()


def comes_in_by_the_letter(wil: Visitor, letter: str) -> str:
    """The code of the letter, a password and a second step; answers what the app on his phone holds."""
    wil.goes_to("/uitnodiging/")
    wil.types({"Code": re.search(r"\b[A-Z2-9]{4}(-[A-Z2-9]{4}){3}\b", letter).group()})  # type: ignore[union-attr]
    wil.clicks("Verder")
    wil.sees("Sittard-Geleen nodigt u uit als: Functioneel beheerder.")
    wil.field("Nieuw wachtwoord").fill(PASSWORD)
    wil.field("Nog een keer").fill(PASSWORD)
    wil.clicks("Verder")
    secret = wil.page.locator("code").first.inner_text().replace(" ", "")
    wil.types({"Code": code(secret)})
    wil.clicks("Klaar")
    wil.sees("Uw herstelcodes")
    wil.clicks("Ik heb ze bewaard")
    return secret


def signs_in(wil: Visitor, secret: str) -> None:
    """An address, a password and what the app shows."""
    wil.goes_to("/")
    wil.types({"E-mailadres": WIL["--manager-email"], "Wachtwoord": PASSWORD})
    wil.clicks("Inloggen")
    wil.types({"Code": code(secret)})
    wil.clicks("Inloggen")


@pytest.mark.prove
def test_from_nothing_to_work_and_back_on_an_empty_machine(tmp_path: Path, comes: Comes):
    # Given a fresh clone on a computer that knows nothing of Regie
    machine = Machine(tmp_path / "first", clone(tmp_path / "clone"))
    # When it starts without settings, it says what is missing
    refused = machine.runs("bin/serve", fails=True)
    assert "REGIE_SECRET ontbreekt" in refused.stdout
    assert "REGIE_HOSTS noemt geen eigen naam" in refused.stdout
    # When the system manager draws keys, and begins
    keys = machine.runs("bin/manage", "secrets")
    machine.obeys(keys.stdout)
    letter = machine.runs("bin/manage", "begin", *(f"{name}={value}" for name, value in WIL.items())).stdout
    with machine.serves():
        # Then the first manager comes in by his letter, with a second step
        wil = comes(machine)
        secret = comes_in_by_the_letter(wil, letter)
        wil.goes_to("/gebruikers/")
        wil.sees("Gebruikers", "Wil Janssen")
        wil.shows("first_monday")
        # And nobody of the demo is there
        wil.does_not_see("Noor Claessen")
        assert wil.page.request.get(f"{machine.address}/demo/").status == 404
        assert wil.page.request.get(f"{machine.address}/klaar/").text() == "klaar\n"
        # When a backup is made while Regie runs, only the mail server and the virus scanner are left to mend
        machine.runs("bin/manage", "backup")
        ill = machine.runs("bin/manage", "doctor", fails=True)
        assert [line[10:25] for line in ill.stdout.splitlines()] == ["De mailserver l", "Niemand kijkt p"]
    # When the computer is gone, and only the safe and the backup are left
    (backup,) = machine.backups.glob("regie-*.age")
    other = Machine(tmp_path / "second", machine.clone)
    other.obeys(keys.stdout)
    safe = other.settings.with_name("safe")
    safe.write_text(keys.stderr)
    tried = other.runs("bin/manage", "restore", str(backup), "--check", "--key", str(safe))
    assert "Dit was een proef" in tried.stdout
    other.runs("bin/manage", "restore", str(backup), "--key", str(safe))
    with other.serves():
        # Then the manager signs in with the password and the second step that he had
        wil = comes(other)
        signs_in(wil, secret)
        wil.goes_to("/gebruikers/")
        wil.sees("Wil Janssen")
        wil.shows("back_again")
    assert "The journal is whole" in other.runs("bin/manage", "journal", "verify").stdout
