"""Every page of the entrance, as somebody meets them: set up a second step, forget a password, leave."""

from django.core import mail

from tests.cast import Cast
from tests.entrance.codes import PASSWORD, code, give_app
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor

NEW, AGAIN = "een heel nieuw wachtwoord", "Nog een keer uw nieuwe wachtwoord"


def gives_password(visitor: Visitor, password: str = PASSWORD) -> None:
    visitor.types({"E-mailadres": "noor@example.nl", "Wachtwoord": password})
    visitor.clicks("Inloggen")


def test_the_first_time(cast: Cast, arrives: Arrives):
    # Given Noor, who has a password and nothing else
    noor = arrives()
    noor.goes_to("/jongeren/")
    noor.shows("login")
    # When she signs in
    gives_password(noor)
    # Then she is led to set up an app, and the page says how
    noor.sees("Een app als tweede stap", "Zet de app op uw telefoon", "Scan de code")
    noor.shows("app")
    secret = noor.page.locator("code").first.inner_text().replace(" ", "")
    noor.types({"Code": "000000"})
    noor.clicks("Klaar")
    noor.sees("Deze code klopt niet")
    noor.shows("app_wrong")
    noor.types({"Code": code(secret)})
    noor.clicks("Klaar")
    # And she gets recovery codes to keep, and is in
    noor.sees("Uw herstelcodes", "De app is toegevoegd.")
    assert noor.page.locator("main li code").count() == 10
    noor.shows("recovery_codes")
    noor.clicks("Ik heb ze bewaard")
    noor.sees("Vandaag")


def test_her_own_account(cast: Cast, arrives: Arrives):
    # Given Noor, at work
    give_app(cast.noor)
    noor = arrives(cast.noor)
    noor.goes_to("/mijn-account/")
    noor.sees("noor@example.nl", "Re-integratieofficier", "Sittard-Geleen")
    noor.shows("account")
    # When she makes recovery codes, she first proves that it is her
    noor.clicks("Maak herstelcodes")
    noor.sees("Bent u het echt?")
    noor.shows("again_password")
    noor.clicks("Met een code")
    noor.shows("again_code")
    noor.types({"Code": code()})
    noor.clicks("Verder")
    noor.shows("generate_codes")
    noor.clicks("Maak nieuwe codes")
    noor.sees("Uw herstelcodes")
    # And the last second step she cannot take away
    noor.goes_to("/mijn-account/tweede-stap/app/uit/")
    noor.sees("Dit is uw enige tweede stap.")
    noor.shows("remove_app")
    # And she changes her password
    noor.goes_to("/mijn-account/wachtwoord/")
    noor.shows("password")
    noor.types({"Uw wachtwoord van nu": PASSWORD, "Nieuw wachtwoord": "kort", AGAIN: "anders"})
    noor.clicks("Opslaan")
    noor.sees("Dit wachtwoord is te kort. Neem minstens 12 tekens.")
    noor.shows("password_wrong")
    # And leaves
    noor.goes_to("/uitloggen/")
    noor.shows("logout")
    noor.page.locator("main").get_by_role("button", name="Uitloggen").click()
    noor.looks()
    noor.sees("U bent uitgelogd.")


def test_a_forgotten_password(cast: Cast, arrives: Arrives):
    # Given Noor, who has an app and forgot her password
    give_app(cast.noor)
    noor = arrives()
    noor.goes_to("/inloggen/")
    gives_password(noor, "gegokt")
    noor.sees("Dit e-mailadres en dit wachtwoord horen niet bij elkaar.")
    noor.shows("login_wrong")
    noor.clicks("Wachtwoord vergeten?")
    noor.shows("forgotten")
    noor.types({"E-mailadres": "noor@example.nl"})
    noor.clicks("Stuur mij een link")
    noor.sees("Kijk in uw mail")
    noor.shows("forgotten_sent")
    # When she opens the link from the mail and chooses another
    link = next(line for line in mail.outbox[-1].body.splitlines() if line.startswith("http"))
    noor.goes_to(link.removeprefix(noor.address))
    noor.shows("new_password")
    noor.types({"Nieuw wachtwoord": NEW, AGAIN: NEW})
    noor.clicks("Opslaan")
    noor.sees("Uw nieuwe wachtwoord werkt")
    noor.shows("new_password_done")
    # Then she comes in with it, after her second step
    noor.clicks("Inloggen")
    gives_password(noor, NEW)
    noor.sees("Tweede stap")
    noor.shows("second_step")
    noor.types({"Code": "123"})
    noor.clicks("Inloggen")
    noor.sees("Deze code klopt niet")
    noor.shows("second_step_wrong")
    noor.types({"Code": code()})
    noor.clicks("Inloggen")
    noor.sees("Vandaag")
    # And the link is spent
    noor.goes_to(link.removeprefix(noor.address))
    noor.sees("Deze link werkt niet meer")
    noor.shows("link_spent")


def test_going_back_after_leaving_shows_nothing(cast: Cast, arrives: Arrives, trajectory):
    # Given Noor, who looked at Jayden
    noor = arrives(cast.noor)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.sees("Jayden Muller")
    # When she signs out and somebody presses the button back
    noor.clicks("Uitloggen")
    noor.sees("U bent uitgelogd.")
    noor.page.go_back()
    # Then the door is there, and nothing of Jayden
    noor.sees("Inloggen")
    noor.does_not_see("Jayden Muller")


def test_pages_that_say_no(cast: Cast, arrives: Arrives):
    visitor = arrives()
    for path, name, words in (
        ("/inloggen/geen-toegang/", "inactive", "Uw account staat uit"),
        ("/inloggen/afgebroken/", "cancelled", "U bent niet ingelogd"),
        ("/inloggen/mislukt/", "failed", "Inloggen lukte niet"),
        ("/niets/", "not_found", ""),
    ):
        visitor.goes_to(path)
        visitor.shows(name)
        visitor.sees(words)
