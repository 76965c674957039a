"""Noor prints for Jayden who knows what about him; read aloud it says who, what, since when and why, in plain words."""

from datetime import date, timedelta

import pytest

from regie.base.clock import day, now
from regie.persons.rules import Identity
from regie.trajectories.models import Disclosure, Involvement, Trajectory
from regie.ui.words import capital, on_weekday
from tests.cast import Cast
from tests.factories import links, people, requests
from tests.factories.partners import organisation, professional
from tests.journeys.conftest import Arrives
from tests.journeys.visitor import Visitor
from tests.plain.shipped import in_the_way
from tests.sheets.reading import aloud, faults

MILAN = Identity("Milan", "de Boer", date(2004, 5, 3))
HIS_OFFICER = [
    ("H2", "Wie leest mijn plan?"),
    ("P", "Mijn officier leest mijn plan."),
    ("P", "Ook mijn coördinator bij de gemeente leest het."),
    ("P", "Is mijn officier weg? Dan leest de vervanger het."),
]
MAY = [
    ("H2", "Wat mag ik?"),
    ("P", "Ik mag lezen wat er over mij staat."),
    ("P", "Klopt er iets niet? Dan zeg ik het."),
    ("P", "Ik mag vragen om iets weg te halen."),
    ("P", "Wil ik niet dat iemand iets weet? Dan zeg ik het. Mijn officier legt uit wat kan."),
]
WHY = [
    ("P", "Waarvoor? Zodat de schulden niet groeien."),
    ("P", "Waarom mag dat? Er is een wet voor: Hulp bij schulden."),
]


@pytest.fixture
def trajectory(cast: Cast) -> Trajectory:
    return people.guide(cast, at=now() - timedelta(days=9))


@pytest.fixture
def involved(cast: Cast, trajectory: Trajectory) -> Involvement:
    """Els helps him with his debts since three days."""
    els = professional(cast, at=now(), organisation=organisation(cast, at=now()))
    about = {"professional": els, "role": "Hulp bij schulden.", "purpose": "Zodat de schulden niet groeien."}
    since = day(now()) - timedelta(days=3)
    return people.involve(trajectory, by=cast.noor, at=now(), happened_on=since, **about)


def prints(noor: Visitor, trajectory: Trajectory) -> list[tuple[str, str]]:
    """From the ledger; answers what is read aloud of the paper."""
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/verstrekkingen/")
    way = noor.thing("Wie weet wat: voor hem op papier").get_attribute("href")
    paper = noor.page.request.get(f"{noor.address}{way}")
    assert paper.headers["content-type"] == "application/pdf"
    assert faults(paper.body()) == []
    return aloud(paper.body())


def told_to_els(what: str) -> list[tuple[str, str]]:
    return [("H2", f"Verteld aan Els Janssen op {on_weekday(day(now()))}"), ("P", what), *WHY]


def test_after_involving_asking_and_ringing(
    cast: Cast, arrives: Arrives, trajectory: Trajectory, involved: Involvement
):
    # Given Els, who was asked something and answered with a link, and whom Noor rang
    asked = requests.ask(involved, by=cast.noor, at=now())
    made = links.link(asked, by=cast.noor, at=now())
    links.enter(made, at=now())
    links.answer(links.found(made, at=now()), at=now())
    noor = arrives(cast.noor)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/betrokkenen/")
    noor.clicks("Ik vertelde iets")
    noor.types({"Wat is er verteld?": "Dat er een nieuwe schuld is."})
    noor.clicks("Vastleggen")
    noor.sees("Verstrekking vastgelegd.")
    # When she prints it, then this is what he hears, and nothing else
    heard = prints(noor, trajectory)
    since, until = (capital(on_weekday(one)) for one in (involved.happened_on, involved.until))
    helps = [
        ("H2", "Els Janssen helpt mij"),
        ("P", "Wat doet deze persoon? Hulp bij schulden."),
        WHY[0],
        ("P", "Waarover mag mijn officier iets vertellen? Financiën en schulden."),
        WHY[1],
        ("P", f"Sinds wanneer? {since}."),
        ("P", f"Tot en met wanneer? {until}."),
    ]
    assert heard == [
        ("H1", "Wie weet wat over mij"),
        ("P", "Jayden Muller"),
        ("P", f"Zo staat het op {on_weekday(day(now()))}."),
        *HIS_OFFICER,
        *helps,
        *told_to_els("Dat er een nieuwe schuld is."),
        *told_to_els("Gelezen met een link: Wilt u de brieven ordenen?"),
        *told_to_els("Gevraagd: Wilt u de brieven ordenen?"),
        *MAY,
        ("H2", "Wie kan ik bellen?"),
        ("P", "Noor, mijn officier Telefoon:"),
        ("P", "Is er gevaar? Bel 112."),
    ]
    # And it reads easily
    assert [one.said for one in in_the_way("\n".join(line for _, line in heard))] == []


def test_what_was_withdrawn_or_is_of_another_is_not_on_it(
    cast: Cast, arrives: Arrives, trajectory: Trajectory, involved: Involvement
):
    # Given what Els was told, and somebody else whom the same bank helps
    requests.ask(involved, by=cast.noor, at=now())
    milan = people.guide(cast, at=now(), who=MILAN)
    other = people.involve(milan, by=cast.noor, at=now(), organisation=involved.professional.organisation)
    requests.ask(other, by=cast.noor, at=now(), words="Iets voor Milan?")
    noor = arrives(cast.noor)
    assert ("P", "Gevraagd: Wilt u de brieven ordenen?") in prints(noor, trajectory)
    # When Noor withdraws both: it was never so
    (told,) = Disclosure.objects.filter(trajectory=trajectory)
    noor.goes_to(f"/verstrekkingen/{told.ref}/intrekking/")
    noor.clicks("Ja, intrekken")
    noor.goes_to(f"/betrokkenen/{involved.ref}/intrekking/")
    noor.clicks("Ja, intrekken")
    # Then nobody knows anything but his officer
    heard = prints(noor, trajectory)
    assert heard[3:-3] == [
        *HIS_OFFICER,
        ("H2", "Wie helpt mij nog meer?"),
        ("P", "Nu is er niemand anders."),
        ("H2", "Wat is er verteld?"),
        ("P", "Mijn officier heeft nog niets verteld aan een ander."),
        *MAY,
    ]
    assert not [line for _, line in heard if "Milan" in line or "Els" in line]
