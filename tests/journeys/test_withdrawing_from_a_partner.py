"""Noor withdraws while Els has it open: Els is told in a clear sentence, keeps what she typed, and finds it no more."""

import pytest

from regie.base.clock import day, now
from regie.partners.models import Professional
from regie.requests.models import RequestAnswer
from regie.trajectories.models import Involvement
from tests.cast import Cast
from tests.factories import links, people, requests
from tests.factories.partners import organisation, professional, seat
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor

NOTE = "Ik belde alle schuldeisers. Twee gaan akkoord."
HOW = [
    pytest.param({}, id="at a desk"),
    pytest.param({"phone": True}, id="on a phone"),
    pytest.param({"javascript": False}, id="without JavaScript"),
]


@pytest.fixture
def els(cast: Cast) -> Professional:
    return professional(cast, at=now(), organisation=organisation(cast, at=now()))


@pytest.fixture
def involved(cast: Cast, els: Professional) -> Involvement:
    """She helps Jayden, and was not asked anything yet."""
    return people.involve(people.guide(cast, at=now()), by=cast.noor, at=now(), professional=els)


def withdraws(noor: Visitor, what: str) -> None:
    noor.goes_to(f"/{what}/intrekking/")
    noor.clicks("Ja, intrekken")


@pytest.mark.parametrize("how", HOW)
def test_a_request_that_she_answers_at_her_desk(
    cast: Cast, arrives: Arrives, els: Professional, involved: Involvement, how: dict
):
    # Given Els with a request open, and a note already typed
    asked = requests.ask(involved, by=cast.noor, at=now())
    partner, noor = arrives(seat(els, at=now()), **how), arrives(cast.noor)
    partner.goes_to(f"/partner/gevraagd/{asked.ref}/")
    partner.types({"Wilt u er iets bij zeggen?": NOTE})
    # When Noor withdraws it, and Els answers
    withdraws(noor, f"gevraagd/{asked.ref}")
    noor.sees("ingetrokken")
    partner.clicks("Het is gedaan")
    # Then she reads that it is gone, and what she typed
    partner.sees("Deze vraag is er niet meer", "Uw antwoord is niet vastgelegd", NOTE)
    partner.shows("vraag-weg")
    assert not RequestAnswer.objects.exists()
    partner.goes_to("/partner/gevraagd/")
    partner.does_not_see(requests.LETTERS)


@pytest.mark.parametrize("how", HOW)
def test_a_request_that_she_answers_with_a_link(
    cast: Cast, arrives: Arrives, involved: Involvement, how: dict
):
    # Given somebody without an account, who typed the code and a note
    asked = requests.ask(involved, by=cast.noor, at=now())
    made = links.link(asked, by=cast.noor, at=now())
    partner, noor = arrives(**how), arrives(cast.noor)
    partner.goes_to(f"/partner/vraag/{made.token}/")
    partner.types({"Code": made.code})
    partner.clicks("Verder")
    partner.types({"Wilt u er iets bij zeggen?": NOTE})
    # When Noor withdraws the request
    withdraws(noor, f"gevraagd/{asked.ref}")
    partner.clicks("Het is gedaan")
    # Then it is the page of every link that does not work, with what was typed
    partner.sees("Deze link werkt niet", "Dit schreef u. Het is niet vastgelegd.", NOTE)
    partner.shows("link-weg")
    assert not RequestAnswer.objects.exists()


def test_that_she_was_involved(cast: Cast, arrives: Arrives, els: Professional, involved: Involvement):
    partner, noor = arrives(seat(els, at=now())), arrives(cast.noor)
    partner.goes_to("/partner/betrokken/")
    partner.sees("Jayden Muller")
    withdraws(noor, f"betrokkenen/{involved.ref}")
    partner.clicks("Jayden Muller")
    partner.sees("Deze pagina is er niet")
    partner.goes_to("/partner/betrokken/")
    partner.sees("U bent nu bij niemand betrokken")
    partner.does_not_see("Jayden")


def test_a_request_of_which_the_involvement_ended(
    cast: Cast, arrives: Arrives, els: Professional, involved: Involvement
):
    # Given Els with a request open and a note typed
    asked = requests.ask(involved, by=cast.noor, at=now())
    partner, noor = arrives(seat(els, at=now())), arrives(cast.noor)
    partner.goes_to(f"/partner/gevraagd/{asked.ref}/")
    partner.types({"Wilt u er iets bij zeggen?": NOTE})
    # When Noor ends it from today
    noor.goes_to(f"/betrokkenen/{involved.ref}/einde/")
    noor.types({"Vanaf welke dag niet meer?": f"{day(now()):%-d-%-m-%Y}", "Waarom stopt het?": "Klaar."})
    noor.clicks("Beëindigen")
    partner.clicks("Het is gedaan")
    # Then she reads so, keeps her note, and nothing of him stands at her desk
    partner.sees("Deze vraag is er niet meer", "of u bent niet meer betrokken", NOTE)
    partner.does_not_see("Jayden")
    for page in ("betrokken", "gevraagd"):
        partner.goes_to(f"/partner/{page}/")
        partner.does_not_see("Jayden")
