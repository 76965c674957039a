"""Fatima reads what last year was, takes the account along, and Rosa reads the same without small numbers."""

import pytest
from django.urls import reverse

from regie.base.clock import now
from tests.cast import Cast
from tests.factories import years
from tests.journeys.conftest import Arrives


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_a_year_is_read_and_accounted_for(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given a year in which twenty young people were guided, of whom six stopped
    years.last_year(cast, at=now())
    year = now().year - 1
    # When Fatima looks at it
    fatima = arrives(cast.fatima, **how)
    fatima.goes_to(reverse("office:insight"))
    fatima.page.get_by_role("link", name=str(year), exact=True).click()
    # Then she reads whole numbers, and how terms went by their kind
    fatima.sees(f"Inzicht: Sittard-Geleen in {year}", "Er is nog geen verhaal dat mag worden verteld.")
    fatima.sees("Op tijd: 20 van 20 termijnen.", "Bij vrijlating, 6 jongeren")
    fatima.page.get_by_text("Per soort termijn", exact=True).click()
    fatima.sees("Eerste contact met hem")
    fatima.shows("inzicht")
    # And she takes the account along
    fatima.page.get_by_role("link", name=f"Jaarverantwoording {year}").click()
    fatima.sees("Trajecten per jaar, per basisvoorwaarde.", "Zo is er geteld")
    fatima.shows("jaarverantwoording")
    with fatima.page.expect_download() as taken:
        fatima.page.get_by_role("link", name="Ophalen als CSV").click()
    assert taken.value.suggested_filename == f"jaarverantwoording-GM1883-{year}.csv"
    # When Rosa looks at the same, who may see no name
    rosa = arrives(cast.rosa, **how)
    rosa.goes_to(reverse("office:insight"))
    # Then what is of few is hidden, and of the year that runs there is nothing
    rosa.sees("U ziet hier alleen jaren die voorbij zijn.", "niet getoond: het gaat om weinig mensen")
    rosa.shows("inzicht-zonder-kleine-aantallen")
