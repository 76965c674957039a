"""Noor finds a young person whose name she heard on the telephone; no address holds a word of it."""

import pytest

from regie.persons.rules import Identity
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives

WORDS = ("muhamed", "mohamed", "amrani", "jayden", "muller")


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_noor_finds_him_as_she_heard_his_name(cast: Cast, arrives: Arrives, now, how: dict[str, bool]):
    # Given Mohamed whom Noor guides, and Jayden whom Sem guides
    people.guide(cast, at=now, who=Identity("Mohamed", "El Amrani"))
    people.guide(cast, at=now, by=cast.sem)
    noor = arrives(cast.noor, **how)
    asked: list[str] = []
    noor.page.on("request", lambda request: asked.append(request.url))
    noor.goes_to("/jongeren/")
    # When she types in the box above the page what she heard, misspelled
    if how.get("phone"):
        noor.page.get_by_text("Menu").click()
    noor.types({"Zoek een jongere": "muhamed el amrani"})
    noor.field("Zoek een jongere").press("Enter")
    noor.sees("1 jongere gevonden", "Mohamed El Amrani")
    noor.looks()
    noor.shows("search")
    # Then she opens him, and comes back to what she found
    noor.clicks("Mohamed El Amrani")
    noor.sees("Vanaf dag één")
    noor.page.go_back()
    noor.sees("1 jongere gevonden")
    # And whom Sem guides is not there
    noor.types({"Wie zoekt u?": "Jayden Muller"})
    noor.clicks("Zoeken")
    noor.sees("Niemand gevonden", "Kijk de spelling na")
    noor.does_not_see("17 april 2005")
    # And no address that this browser asked for holds a word of it
    assert any("/zoeken/" in url for url in asked)
    assert not [url for url in asked for word in WORDS if word in url.lower()]
