"""Noor types for longer than her session lasts: she is warned, she can stay, and nothing she typed is lost."""

from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.entrance.codes import PASSWORD, code, give_app
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor

TYPED = {
    "Voornaam": "Zoë",
    "Achternaam": "Bijl",
    "Geboortedatum": "31-12-2004",
    "Wie meldt aan?": "PI Sittard, Els",
    "Wat werd er verteld?": "Regel een.\nRegel twee & <b>drie</b>.",
}


def comes_back(visitor: Visitor) -> None:
    visitor.sees("U was uitgelogd. Log opnieuw in: wat u typte, blijft bewaard.")
    visitor.types({"E-mailadres": "noor@example.nl", "Wachtwoord": PASSWORD})
    visitor.clicks("Inloggen")
    visitor.types({"Code": code()})
    visitor.clicks("Inloggen")


def test_she_is_warned_and_stays(cast: Cast, arrives: Arrives, settings):
    # Given a session of half a minute, with a warning from the start
    settings.SESSION_COOKIE_AGE, settings.REGIE_SESSION_WARNING = 30, 25
    noor = arrives(cast.noor)
    noor.goes_to("/aanmeldingen/nieuw/")
    bar = noor.page.locator(".session")
    expect(bar).to_be_hidden()
    noor.types(TYPED)
    # When the warning comes, it says how long there is, to who sees and to who listens
    expect(bar).to_be_visible(timeout=8_000)
    expect(bar).to_contain_text("U wordt over 1 minuut uitgelogd. Wat u typte, blijft bewaard.")
    expect(bar).to_have_attribute("role", "alert")
    noor.looks()
    before = Session.objects.get().expire_date
    # And she stays
    noor.page.get_by_role("button", name="Blijf ingelogd").click()
    # Then the half minute begins anew, and her typing is where it was
    expect(bar).to_be_hidden()
    assert Session.objects.get().expire_date > before
    expect(noor.field("Voornaam")).to_have_value("Zoë")
    noor.clicks("Opslaan")
    noor.sees("Aanmelding opgeslagen.")


def test_it_ends_while_she_types(cast: Cast, arrives: Arrives, settings):
    # Given a session of three seconds, and Noor who types for longer
    give_app(cast.noor)
    settings.SESSION_COOKIE_AGE, settings.REGIE_SESSION_WARNING = 3, 2
    noor = arrives(cast.noor)
    noor.page.goto(f"{noor.address}/aanmeldingen/nieuw/")
    noor.types(TYPED)
    bar = noor.page.locator(".session")
    expect(bar).to_contain_text("U bent uitgelogd. Log opnieuw in om verder te gaan.", timeout=8_000)
    settings.SESSION_COOKIE_AGE, settings.REGIE_SESSION_WARNING = 1800, 120
    # When she sends it, she comes to the door, and through it back to her form
    noor.clicks("Opslaan")
    comes_back(noor)
    # Then all she typed is there, and nothing was saved behind her back
    noor.sees("Wat u typte, staat er nog. Kijk het na en verstuur het opnieuw.")
    for label, typed in TYPED.items():
        expect(noor.field(label)).to_have_value(typed)
    assert not Referral.objects.exists()
    # And sending it again saves it
    noor.clicks("Opslaan")
    noor.sees("Aanmelding opgeslagen.", "Zoë Bijl")


def test_somebody_else_signs_in_on_her_computer(cast: Cast, arrives: Arrives):
    # Given what Noor typed when her session had ended
    give_app(cast.sem)
    noor = arrives(cast.noor)
    noor.goes_to("/aanmeldingen/nieuw/")
    noor.types(TYPED)
    Session.objects.all().update(expire_date="2020-01-01T00:00Z")
    noor.clicks("Opslaan")
    # When Sem signs in in the same browser
    noor.types({"E-mailadres": "sem@example.nl", "Wachtwoord": PASSWORD})
    noor.clicks("Inloggen")
    noor.types({"Code": code()})
    noor.clicks("Inloggen")
    # Then he has an empty form
    expect(noor.field("Voornaam")).to_have_value("")
    noor.does_not_see("Wat u typte")


def test_a_form_from_before_she_signed_in_again_in_another_tab(cast: Cast, arrives: Arrives):
    # Given a form in one tab, and Noor who signs out and in again in the other: the token in the form is old
    give_app(cast.noor)
    noor = arrives(cast.noor)
    noor.goes_to("/aanmeldingen/nieuw/")
    noor.types(TYPED)
    other = Visitor(noor.page.context.new_page(), noor.address, pictures=noor.pictures)
    other.goes_to("/jongeren/")
    other.clicks("Uitloggen")
    other.types({"E-mailadres": "noor@example.nl", "Wachtwoord": PASSWORD})
    other.clicks("Inloggen")
    other.types({"Code": code()})
    other.clicks("Inloggen")
    # When she sends the form in the first tab
    noor.clicks("Opslaan")
    # Then it comes back with all she typed, and once more is enough
    noor.sees("Dit formulier was verlopen. Er is nog niets opgeslagen.")
    expect(noor.field("Wat werd er verteld?")).to_have_value(TYPED["Wat werd er verteld?"])
    noor.clicks("Opslaan")
    noor.sees("Aanmelding opgeslagen.")
