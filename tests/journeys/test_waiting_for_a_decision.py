"""Noor asks for help for Jayden: she waits, hears that it is refused, and sees until when he can object."""

import re
from datetime import timedelta

import pytest

from regie.base.clock import day, now
from regie.trajectories.models import Application
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_tells_what_was_asked_and_what_came_of_it(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, whom Noor guides, and for whom debt help was asked three weeks ago
    trajectory, today = people.guide(cast, at=now()), day(now())
    page, asked_on = f"/jongeren/{trajectory.person.ref}/", today - timedelta(weeks=3)
    noor = arrives(cast.noor, **how)
    noor.goes_to(page)
    noor.sees("Aanvraag vastleggen:")
    # When she tells it, but forgets whether he is about to lose his home
    noor.clicks("Aanvraag vastleggen: Schuldhulpverlening")
    noor.types({"Op welke dag is het aangevraagd?": f"{asked_on:%-d-%-m-%Y}"})
    noor.types({"Van wie weet u dit?": "Zijn mentor"})
    noor.clicks("Opslaan")
    noor.sees("Kies een antwoord.")
    noor.answers("Dreigt hij zijn woning", "Dat weet ik niet")
    noor.shows("aanvraag-vastleggen")
    noor.clicks("Opslaan")
    noor.sees("Aanvraag vastgelegd.", "Loopt nog")
    noor.shows("aanvragen")
    # Then his terms say what the municipality must do, and what hangs on what she does not know
    noor.clicks("Termijnen")
    noor.sees("Met spoed een gesprek over zijn schulden", "Eerste gesprek over zijn schulden")
    noor.sees("Hangt ervan af of hij zijn woning, stroom, gas of water dreigt te verliezen")
    # And when it is refused, she tells so on the day of the letter
    noor.goes_to(page)
    noor.clicks("Besluit vastleggen")
    noor.chooses("Geweigerd")
    noor.types({"Op welke dag is het besluit verstuurd?": f"{asked_on - timedelta(days=1):%-d-%-m-%Y}"})
    noor.clicks("Opslaan")
    noor.sees("Deze dag ligt voor de dag van de aanvraag.")
    noor.types({"Op welke dag is het besluit verstuurd?": f"{today:%-d-%-m-%Y}"})
    noor.clicks("Opslaan")
    noor.sees("Besluit vastgelegd. Hij kan bezwaar maken", "Geweigerd")
    # Then the first terms are done and he has six weeks to object
    noor.clicks("Termijnen")
    noor.sees("Bezwaar maken", "Gedaan op")
    noor.page.get_by_role("link", name=re.compile("Afhandelen.*Bezwaar maken")).click()
    noor.clicks("Vastleggen")
    # And a day that was wrong is told better, and what was of somebody else is taken back
    noor.goes_to(page)
    noor.page.get_by_role("link", name=re.compile("Verbeteren.*Schuldhulp")).click()
    noor.answers("Hoe staat het ervoor?", "Deels toegekend")
    noor.clicks("Opslaan")
    noor.sees("Aanvraag verbeterd.", "Deels toegekend")
    noor.page.get_by_role("link", name=re.compile("Intrekken.*Schuldhulp")).click()
    noor.sees("Deels toegekend")
    noor.clicks("Ja, intrekken")
    noor.sees("Aanvraag ingetrokken.", "Er is nog niets vastgelegd.")
    assert not Application.objects.current().exists()
