"""Pia keeps the page of the RIO: she fills a quarter, and publishes."""

import pytest
from django.urls import reverse

from regie.base.clock import now
from tests.cast import Cast
from tests.factories import programme
from tests.journeys.conftest import Arrives


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_pia_fills_a_quarter_and_publishes(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given the page of the RIO, on which an officer was to be recruited in the second quarter of 2025
    keeper = programme.keeper(cast, at=now())
    plan = programme.begin(cast, by=keeper, at=now())
    programme.reach(plan, "recruited", planned="2025-Q2", by=keeper, at=now())
    pia = arrives(keeper, **how)
    # When she tells that it was a quarter later, and forgets why
    pia.goes_to(reverse("office:plan", args=[plan.ref]))
    pia.sees("Officier geworven", "nog niet bereikt", "Niet meetbaar: definitie ontbreekt.")
    pia.page.get_by_role("link", name="Officier geworven: bijwerken").click()
    pia.types({"Wanneer was het klaar?": "Q3 2025"})
    pia.clicks("Opslaan")
    pia.sees("Het was later dan gepland. Vertel in een zin waarom.")
    pia.types({"Waarom later?": "Niemand paste."})
    pia.shows("mijlpaal")
    pia.clicks("Opslaan")
    # Then it stands in the planning
    pia.sees("Mijlpaal bijgewerkt: Officier geworven.", "3e kwartaal 2025", "Niemand paste.")
    # And when she publishes
    pia.page.get_by_role("link", name="Publiceren").click()
    pia.sees("Versie 1 publiceren", "Dit wordt de eerste versie.")
    pia.types({"Wat is er nieuw?": "De eerste versie."})
    pia.shows("publiceren")
    pia.clicks("Publiceren")
    pia.sees("Versie 1 is gepubliceerd.", "Tekst voor een rapportage")
    # Then everyone reads it
    pia.goes_to(reverse("office:public_plan", args=["GM1883", "rio"]))
    pia.sees("Re-integratie officier (RIO)", "Niemand paste.", "Deze bladzijde als PDF")
    pia.shows("openbare-bladzijde")
