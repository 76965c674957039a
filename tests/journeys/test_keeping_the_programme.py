"""Rosa keeps the page of the RIO: she fills a quarter, and publishes."""

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
def test_rosa_fills_a_quarter_and_publishes(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given the page of the RIO, on which an officer was to be recruited in the second quarter of 2025
    plan = programme.begin(cast, by=cast.rosa, at=now())
    programme.reach(plan, "recruited", planned="2025-Q2", by=cast.rosa, at=now())
    rosa = arrives(cast.rosa, **how)
    # When she tells that it was a quarter later, and forgets why
    rosa.goes_to(reverse("office:plan", args=[plan.ref]))
    rosa.sees("Officier geworven", "nog niet bereikt", "Niet meetbaar: definitie ontbreekt.")
    rosa.page.get_by_role("link", name="Officier geworven: bijwerken").click()
    rosa.types({"Wanneer was het klaar?": "Q3 2025"})
    rosa.clicks("Opslaan")
    rosa.sees("Het was later dan gepland. Vertel in een zin waarom.")
    rosa.types({"Waarom later?": "Niemand paste."})
    rosa.shows("mijlpaal")
    rosa.clicks("Opslaan")
    # Then it stands in the planning
    rosa.sees("Mijlpaal bijgewerkt: Officier geworven.", "3e kwartaal 2025", "Niemand paste.")
    # And when she publishes
    rosa.page.get_by_role("link", name="Publiceren").click()
    rosa.sees("Versie 1 publiceren", "Dit wordt de eerste versie.")
    rosa.types({"Wat is er nieuw?": "De eerste versie."})
    rosa.shows("publiceren")
    rosa.clicks("Publiceren")
    rosa.sees("Versie 1 is gepubliceerd.", "Tekst voor een rapportage")
    # Then everyone reads it
    rosa.goes_to(reverse("office:public_plan", args=["GM1883", "rio"]))
    rosa.sees("Re-integratie officier (RIO)", "Niemand paste.", "Deze bladzijde als PDF")
    rosa.shows("openbare-bladzijde")
    # And when it stops, everyone reads that too
    rosa.goes_to(reverse("office:halt_plan", args=[plan.ref]))
    rosa.types({"Waarom?": "De subsidie hield op."})
    rosa.shows("laten-stoppen")
    rosa.clicks("Laten stoppen")
    rosa.sees("Deze interventie is gestopt op", "De subsidie hield op.", "Gepubliceerde versies")
    rosa.goes_to(reverse("office:public_plan", args=["GM1883", "rio"]))
    rosa.sees("Deze aanpak is gestopt op", "Niemand paste.")
