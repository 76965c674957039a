"""Fatima gives Jayden to Sem, Sem covers for Noor, and who has no business there does not get in."""

from datetime import timedelta

import pytest

from regie.base.clock import day, now
from regie.persons.rules import Identity
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
def test_fatima_assigns_jayden_to_sem(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden and Kevin, whom Noor guides, and a referral that waits
    trajectory = people.guide(cast, at=now())
    people.guide(cast, at=now(), who=Identity("Kevin", "Smeets", None))
    people.refer(cast, at=now(), who=Identity("Milan", "Janssen", None))
    fatima = arrives(cast.fatima, **how)
    # When Fatima looks at what there is to do
    fatima.goes_to("/verdeling/")
    fatima.sees("1 aanmelding wacht op een besluit", "Kennismaken: 2", "Niet gepland")
    fatima.shows("verdeling")
    # And plans how many young people Sem has room for
    fatima.clicks("Aantal jongeren plannen")
    fatima.page.get_by_label("Officier").select_option(label="Sem, Sittard-Geleen (niet gepland)")
    fatima.types({"Hoeveel jongeren?": "12"})
    fatima.clicks("Opslaan")
    fatima.sees("Planning opgeslagen.", "Gepland: 12")
    # And chooses Jayden among those whom Noor guides, and Sem
    fatima.clicks("Noor")
    fatima.ticks("Kies Jayden Muller")
    fatima.clicks("Toewijzen")
    fatima.sees("Kies een antwoord.")
    fatima.page.get_by_label("Naar welke officier?").select_option(label="Sem")
    fatima.clicks("Toewijzen")
    fatima.sees("1 jongere toegewezen aan Sem")
    # Then Sem guides him, and Noor does not find him any more
    sem, noor, bas = arrives(cast.sem), arrives(cast.noor), arrives(cast.bas)
    sem.goes_to("/jongeren/")
    sem.clicks("Jayden Muller")
    sem.sees("Contact vastleggen")
    noor.goes_to("/jongeren/")
    noor.sees("Kevin Smeets")
    noor.does_not_see("Jayden Muller")
    # And who works elsewhere gets neither him nor the page
    bas.goes_to(f"/jongeren/{trajectory.person.ref}/")
    bas.does_not_see("Jayden Muller")
    bas.goes_to("/verdeling/")
    bas.does_not_see("Jayden Muller")
    assert trajectory.officer_on(day(now())) == cast.sem


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
def test_sem_covers_for_noor_and_she_comes_back(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, whom Noor guides
    trajectory = people.guide(cast, at=now())
    his_page = f"/jongeren/{trajectory.person.ref}/"
    noor, sem, bas = arrives(cast.noor, **how), arrives(cast.sem, **how), arrives(cast.bas)
    sem.goes_to(his_page)
    sem.does_not_see("Jayden Muller")
    # When Noor tells that she is away this week and Sem covers
    noor.goes_to("/afwezigheid/nieuw/")
    noor.page.get_by_label("Wie vervangt?").select_option(label="Sem, Sittard-Geleen")
    noor.types({"Eerste dag weer aan het werk": f"{day(now()) + timedelta(days=7):%-d-%-m-%Y}"})
    noor.clicks("Opslaan")
    noor.sees("Vastgelegd. Sem vervangt Noor.", "Nog niets opgeschreven.")
    # And what he must know of Jayden
    noor.clicks("Opschrijven")
    noor.types({"Dit moet uw vervanger weten": "Bel eerst zijn moeder."})
    noor.clicks("Opslaan")
    noor.sees("Bel eerst zijn moeder.")
    # Then Sem reads it, and works for her
    sem.goes_to("/jongeren/")
    sem.sees("U vervangt Noor")
    sem.clicks("Jayden Muller")
    sem.sees("Bel eerst zijn moeder.")
    sem.shows("vervanging")
    sem.clicks("Contact vastleggen")
    sem.chooses("We hadden contact")
    sem.chooses("Telefoon")
    sem.clicks("Opslaan")
    sem.sees("Sem, als vervanger van Noor")
    # And who has no business there finds nothing
    bas.goes_to(his_page)
    bas.does_not_see("Jayden Muller")
    # When Noor is back sooner, she reads what happened, and Sem sees Jayden no more
    noor.goes_to("/afwezigheid/")
    noor.page.get_by_role("table").get_by_role("link", name="Noor").click()
    noor.sees("Contact vastgelegd", "als vervanger van Noor")
    noor.shows("terug")
    noor.clicks("Vervanging nu stoppen")
    noor.clicks("Ja, stoppen")
    noor.sees("De vervanging is gestopt.")
    sem.goes_to(his_page)
    sem.does_not_see("Jayden Muller")
