"""A colleague comes in by a printed letter, and every quarter the manager looks at all accounts."""

from regie.accounts.models import RoleGrant, User
from tests.cast import Cast
from tests.entrance.codes import code
from tests.journeys.conftest import Arrives

NEW = "een heel nieuw wachtwoord"


def test_by_a_printed_letter(cast: Cast, arrives: Arrives):
    # Given Wil, who manages the users of his municipality
    wil = arrives(cast.wil)
    wil.goes_to("/gebruikers/")
    wil.sees("Noor", "Actief", "Er staat geen uitnodiging open.", "nog nooit gecontroleerd")
    wil.shows("users")
    # When he asks Kim in, and forgets how
    wil.clicks("Collega uitnodigen")
    wil.types({"Naam": "Kim de Wit", "E-mailadres van het werk": "kim@example.nl"})
    wil.chooses("Re-integratieofficier")
    wil.clicks("Uitnodigen")
    wil.sees("Kies een antwoord.")
    wil.shows("invite_wrong")
    wil.chooses("Op papier: u drukt een brief af")
    wil.clicks("Uitnodigen")
    # Then there is a letter, once
    wil.sees("Druk deze brief nu af", "Beste")
    wil.shows("letter")
    printed = wil.page.locator("main code").inner_text()
    wil.goes_to(wil.page.url.removeprefix(wil.address))
    wil.sees("De code is niet meer te zien")
    # When Kim types a code that is not hers, and then her own, on her telephone
    kim = arrives(phone=True)
    kim.goes_to("/uitnodiging/")
    kim.types({"Code": "BBBB-BBBB-BBBB-BBBB"})
    kim.clicks("Verder")
    kim.sees("Deze code werkt niet.")
    kim.shows("code_wrong")
    kim.types({"Code": printed.lower().replace("-", " ")})
    kim.clicks("Verder")
    kim.sees("Welkom bij Regie", "Sittard-Geleen nodigt u uit als: Re-integratieofficier.")
    kim.shows("welcome")
    # And chooses a password, and sets up her second step
    kim.types({"Nieuw wachtwoord": NEW, "Nog een keer uw nieuwe wachtwoord": NEW})
    kim.clicks("Verder")
    kim.sees("Een app als tweede stap")
    secret = kim.page.locator("code").first.inner_text().replace(" ", "")
    kim.types({"Code": code(secret)})
    kim.clicks("Klaar")
    kim.sees("Uw herstelcodes")
    kim.clicks("Ik heb ze bewaard")
    # Then she is in, and her code is worth nothing
    kim.sees("Vandaag")
    other = arrives(javascript=False)
    other.goes_to("/uitnodiging/")
    other.types({"Code": printed})
    other.clicks("Verder")
    other.sees("Deze code werkt niet.")
    # And Wil sees her among his colleagues
    wil.goes_to("/gebruikers/")
    wil.clicks("Kim de Wit")
    wil.sees("Re-integratieofficier, Sittard-Geleen", "Tweede stap", "Ja", "Nog geen einde")
    wil.shows("user")


def test_looking_at_every_account(cast: Cast, arrives: Arrives):
    # Given Wil, whose municipality never looked at its accounts
    wil = arrives(cast.wil, javascript=False)
    wil.goes_to("/gebruikers/")
    wil.clicks("Accounts controleren")
    wil.sees("Uw eigen account beoordeelt u niet zelf.", "Nog nooit ingelogd.")
    # When he says of everybody but Sem that the account is still needed, and of Sem nothing
    for name in ("Ada", "Fatima", "Noor", "Rosa"):
        wil.answers(name, "Nog nodig, zoals het is")
    wil.clicks("Controle vastleggen")
    wil.sees("Kies een antwoord.")
    wil.shows("review_wrong")
    wil.answers("Sem", "Niet meer nodig: de rollen eindigen vandaag")
    wil.clicks("Controle vastleggen")
    # Then it stands as a review, and Sem's role is over
    wil.sees("Controle vastgelegd.", "Gedaan door Wil.", "Eigen account, niet zelf beoordeeld")
    wil.shows("past_review")
    assert RoleGrant.objects.get(user=cast.sem).until
    wil.goes_to("/gebruikers/")
    wil.sees("zijn gecontroleerd op", "Werkt hier niet meer")
    # And he takes Noor's account off, and puts it on again
    wil.clicks("Noor")
    wil.clicks("Account uitzetten")
    wil.shows("close_account")
    wil.page.locator("main").get_by_role("button", name="Account uitzetten").click()
    wil.looks()
    wil.sees("Noor: account uitgezet.", "Uit")
    assert not User.objects.get(pk=cast.noor.pk).is_active
    wil.clicks("Account aanzetten")
    wil.page.locator("main").get_by_role("button", name="Account aanzetten").click()
    wil.looks()
    wil.sees("Noor: account aangezet.")
