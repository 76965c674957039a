"""Noor agrees to meet Jayden, sends it to his telephone, and says the day after how it went."""

from datetime import timedelta

import pytest

from regie.base.clock import day, now
from regie.detention.enums import SpecialConditionKind
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.trajectories.actions import tell_detention
from tests.cast import Cast
from tests.factories import people
from tests.factories.appointments import agree
from tests.journeys.conftest import Arrives

HOW = [
    pytest.param({"phone": True}, id="on a phone"),
    pytest.param({"phone": True, "javascript": False}, id="on a phone without JavaScript"),
]


@pytest.mark.parametrize("how", HOW)
def test_noor_agrees_and_sends_it(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, who may not come in a street
    at = now()
    trajectory = people.guide(cast, at=at)
    ban = SpecialConditionAccount(SpecialConditionKind.AREA_BAN, "Hij mag niet komen in de Stationsstraat.")
    tell_detention(trajectory=trajectory, account=ban, source="Reclassering", by=cast.noor.acting(at), at=at)
    noor = arrives(cast.noor, **how)
    # When she agrees to meet him there, at a time that may be two
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.clicks("Afspraak maken")
    noor.types({"Welke dag?": f"{day(at) + timedelta(days=1):%-d-%-m-%Y}", "Hoe laat?": "half elf"})
    noor.chooses("Gesprek ergens anders")
    noor.chooses("Ik heb het hem gezegd")
    noor.types({"Waar?": "Stationsstraat 1"})
    noor.clicks("Opslaan")
    noor.sees("‘half elf’ kan op twee tijden zijn: 10.30 of 22.30 uur. Vul in welke.")
    noor.types({"Hoe laat?": "10.30"})
    noor.clicks("Opslaan")
    # Then she is asked to look whether he may come there, and looks
    noor.sees("Kijk of hij op deze plek mag komen.")
    noor.shows("toch-afspreken")
    noor.types({"Waar?": "Markt 1"})
    noor.ticks("Ja, toch afspreken")
    noor.clicks("Opslaan")
    noor.sees("Afspraak vastgelegd.", "Komt nog", "Markt 1")
    noor.shows("agenda")
    # And she sends it to him, in words that tell nobody else anything
    noor.clicks("Bekijken")
    noor.clicks("Stuur afspraak")
    noor.sees("Groet, Noor", "Zonder nummer kiest u hem zelf op uw telefoon.")
    noor.types({"Zijn nummer": "06 12 34 56 78"})
    noor.clicks("Nummer invullen")
    noor.shows("stuur-afspraak")
    address = noor.thing("Sms openen").get_attribute("href")
    assert address
    assert address.startswith("sms:+31612345678?body=")
    noor.clicks("Verstuurd")
    noor.sees("Vastgelegd dat u het hem stuurde.", "Met een bericht")


@pytest.mark.parametrize("how", HOW)
def test_the_day_after_she_says_how_it_went(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given an appointment of yesterday and one of two days ago
    at = now()
    trajectory = people.guide(cast, at=at)
    for days in (1, 2):
        agree(trajectory, by=cast.noor, at=at, on=day(at) - timedelta(days=days))
    noor = arrives(cast.noor, **how)
    # When she comes in, Vandaag asks how it went, and she says so in one tap with words
    noor.goes_to("/vandaag/")
    noor.sees("Afspraken")
    noor.shows("hoe-ging-het")
    noor.clicks("Hoe ging het?")
    noor.types({"Wat wilt u onthouden?": "Hij wil leren lassen."})
    noor.shows("in-een-tik")
    noor.clicks("We hadden contact")
    noor.sees("Contact vastgelegd.")
    # And of the other that he was not there, which closes nothing
    noor.clicks("Hoe ging het?")
    noor.clicks("Hij was er niet")
    noor.sees("Vastgelegd. Maak een nieuwe afspraak: hij is welkom.")
    noor.does_not_see("Hoe ging het?")
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.sees("Hij wil leren lassen.", "Gesprek ergens anders: het lukte nog niet")
