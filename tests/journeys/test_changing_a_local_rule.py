"""Wil changes a local rule from a day on: planned first, in force later, and what held before stays to be read."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.cast import Cast
from tests.journeys.conftest import Arrives


def test_a_rule_from_next_month_on(cast: Cast, arrives: Arrives):
    soon = date.today() + timedelta(days=30)
    # Given Wil, who comes in and finds the rules of his municipality first
    wil = arrives(cast.wil)
    wil.goes_to("/")
    wil.sees("Aanpak Sittard-Geleen", "Oudste leeftijd, tot en met", "Te verifiëren")
    # When he changes one, without a reason first
    wil.clicks("Oudste leeftijd, tot en met")
    wil.sees("Zo is het nu", "27 jaar")
    wil.types({"Oudste leeftijd, tot en met (jaar)": "29", "Vanaf welke dag?": f"{soon:%d-%m-%Y}"})
    wil.clicks("Regel wijzigen")
    wil.sees("Kijk dit nog even na", "Vul dit in.")
    expect(wil.field("Oudste leeftijd, tot en met (jaar)")).to_have_value("29")
    # Then with it
    wil.types({"Waarom?": "De raad besloot dit op 3 november."})
    wil.clicks("Regel wijzigen")
    wil.sees("Regel gewijzigd.", "Gaat nog in", "De raad besloot dit op 3 november.")
    # And today the old rule holds, and on that day the new one
    expect(wil.page.get_by_role("row", name="Oudste leeftijd")).to_contain_text("27 jaar")
    wil.types({"Op welke dag?": f"{soon:%d-%m-%Y}"})
    wil.clicks("Tonen")
    expect(wil.page.get_by_role("row", name="Oudste leeftijd")).to_contain_text("29 jaar")


def test_two_editions_side_by_side_and_the_file(cast: Cast, arrives: Arrives):
    noor = arrives(cast.noor)
    noor.goes_to("/aanpak/")
    noor.clicks("Uitgaven vergelijken")
    noor.page.get_by_label("Deze uitgave", exact=True).select_option(
        label="Landelijk profiel, vanaf 1 januari 2024"
    )
    noor.clicks("Vergelijken")
    noor.sees("Verschil", "Anders", "Zegt hier niets over")
    noor.goes_to("/aanpak/")
    with noor.page.expect_download() as file:
        noor.page.get_by_role("link", name="Landelijk profiel, vanaf 1 januari 2024").click()
    assert file.value.suggested_filename == "national-2024-01-01.yaml"


def test_the_terms_explained_with_an_example(cast: Cast, arrives: Arrives):
    # Given Noor, who wonders from when a term is counted
    noor = arrives(cast.noor)
    noor.goes_to("/aanpak/")
    noor.clicks("Termijnen uitgelegd")
    noor.sees("Dit doet u", "14 dagen voor de vrijlating", "belastingdienst.nl")
    noor.opens("Dit doet de inrichting")
    noor.clicks("Eindverlof kan beginnen")
    assert noor.page.url.endswith("#end_leave")
    # When she types a day that is none, and then one that is
    noor.types({"Dag één van de detentie": "1-11-2026", "Vrijlating": "ooit"})
    noor.clicks("Uitrekenen")
    noor.sees("Kijk dit nog even na", "Dit is geen datum.")
    expect(noor.field("Vrijlating")).to_have_value("ooit")
    noor.types({"Vrijlating": "3-5-2027"})
    noor.clicks("Uitrekenen")
    # Then each rule says what comes of it
    noor.sees("In uw voorbeeld:", "Uiterlijk 29 november 2026.")
