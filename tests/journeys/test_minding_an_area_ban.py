"""Noor hears where Jayden may not come: she reads it when she meets him, until it is over."""

from datetime import timedelta

import pytest

from regie.base.clock import day, now
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives

WARNING = "Let op bij afspreken"


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_minds_an_area_ban_until_it_is_over(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, whom Noor guides, with nothing around him
    trajectory = people.guide(cast, at=now())
    page = f"/jongeren/{trajectory.person.ref}/"
    noor = arrives(cast.noor, **how)
    noor.goes_to(page)
    noor.sees("Er geldt nu niets dat bekend is.")
    noor.goes_to(f"{page}contacten/nieuw/")
    noor.does_not_see(WARNING)
    # When she writes down where he may not come, until she does not know when
    noor.goes_to(page)
    noor.clicks("Bijzondere voorwaarde vastleggen")
    noor.chooses("gebiedsverbod")
    noor.types({"Wat staat er precies?": "Hij mag niet komen in de Stationsstraat in Heerlen."})
    noor.types({"Van wie weet u dit?": "Reclassering"})
    noor.clicks("Opslaan")
    noor.sees("Bijzondere voorwaarde vastgelegd.", "Stationsstraat in Heerlen")
    # Then she reads it where she writes down a visit
    noor.clicks("Contact vastleggen")
    noor.sees(WARNING, "Gebiedsverbod", "Stationsstraat in Heerlen", "tot wanneer is niet bekend")
    noor.shows("let-op-bij-afspreken")
    # And when it is over, she says so
    noor.clicks("Alle voorwaarden en zittingen")
    noor.sees("Geldt nu")
    noor.shows("voorwaarden")
    noor.clicks("Beëindigen")
    noor.types({"Sinds welke dag is het voorbij?": f"{day(now()) + timedelta(days=1):%-d-%-m-%Y}"})
    noor.clicks("Beëindigen")
    noor.sees("Deze dag is nog niet geweest.")
    noor.types({"Sinds welke dag is het voorbij?": f"{day(now()):%-d-%-m-%Y}"})
    noor.clicks("Beëindigen")
    noor.sees("Bijzondere voorwaarde beëindigd.", "Er geldt nu niets dat bekend is.")
    # Then nobody is warned any more, and the history keeps it
    noor.clicks("Contact vastleggen")
    noor.does_not_see(WARNING)
    noor.goes_to(f"{page}voorwaarden/")
    noor.sees("Voorbij", "Stationsstraat in Heerlen")


@pytest.mark.parametrize("who", ["wil", "sem", "bas"])
def test_whom_it_does_not_concern_sees_nothing(cast: Cast, arrives: Arrives, who: str):
    trajectory = people.guide(cast, at=now())
    visitor = arrives(getattr(cast, who))
    for place in ("", "voorwaarden/", "contacten/nieuw/"):
        visitor.goes_to(f"/jongeren/{trajectory.person.ref}/{place}")
        visitor.does_not_see("Voorwaarden en zittingen")
        visitor.does_not_see(str(trajectory.person))
