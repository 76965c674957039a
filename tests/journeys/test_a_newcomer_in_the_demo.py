"""A newcomer opens the demo and gets in by what it says."""

from django.test import override_settings

from regie.base.clock import now
from regie.demo.load import load
from tests.journeys.conftest import Arrives


def test_by_what_the_page_says(arrives: Arrives):
    # Given a fresh demo, and somebody who comes to its door
    load(at=now())
    newcomer = arrives()
    with override_settings(MODE="demo"):
        newcomer.goes_to("/")
        # When he follows the page that explains it
        newcomer.clicks("Zo logt u in")
        password = newcomer.page.locator("strong", has_text="-").inner_text()
        row = newcomer.page.get_by_role("row", name="noor@demo.example")
        code = row.locator("strong").inner_text()
        newcomer.clicks("Naar inloggen")
        newcomer.types({"E-mailadres": "noor@demo.example", "Wachtwoord": password})
        newcomer.clicks("Inloggen")
        # And looks again at the page with the codes, in another tab, before he types one
        again = newcomer.page.context.new_page()
        again.goto(f"{newcomer.address}/demo/")
        newcomer.types({"Code": code})
        newcomer.clicks("Inloggen")
        # Then the invented young people are there
        newcomer.sees("Vandaag", "Jayden Muller", "Lina van der Berg")
        newcomer.clicks("Jayden Muller")
        newcomer.sees("Vanaf dag één", "Jayden wil automonteur worden.")
        newcomer.shows("person")
        newcomer.pictures_for_docs("regie")
