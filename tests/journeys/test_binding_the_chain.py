"""Noor involves the debt counsellor after a look, asks him something, and he answers: by telephone, and at his own desk."""

from datetime import timedelta

import pytest

from regie.base.clock import day, now
from regie.requests.models import RequestAnswer
from regie.trajectories.models import Disclosure, Involvement, Transfer
from tests.cast import Cast
from tests.factories import goals, handing_over, people, requests
from tests.factories.partners import organisation, professional, seat
from tests.journeys.conftest import Arrives

MONEY = {"domain": "finances_and_debts", "domain_title": "Financiën en schulden"}
HOME = {"domain": "housing", "domain_title": "Wonen"}
HOW = [
    pytest.param({}, id="at a desk"),
    pytest.param({"phone": True}, id="on a phone"),
    pytest.param({"javascript": False}, id="without JavaScript"),
]


def later(days: int) -> str:
    return f"{day(now()) + timedelta(days=days):%-d-%-m-%Y}"


@pytest.mark.parametrize("how", HOW)
def test_noor_involves_the_bank_and_asks_it_something(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden with a plan about his debts and one about a home
    trajectory = people.guide(cast, at=now())
    goals.goal(trajectory, words="Ik wil rust in mijn geld.", **MONEY, by=cast.noor, at=now())
    goals.goal(trajectory, words="Ik wil een eigen plek.", **HOME, by=cast.noor, at=now())
    bank = organisation(cast, at=now())
    noor = arrives(cast.noor, **how)
    # When Noor involves the bank because he asked for it
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/betrokkenen/")
    noor.sees("Nog niemand betrokken")
    noor.clicks("Iemand betrekken")
    noor.page.get_by_label("Welke organisatie?").select_option(label=str(bank))
    noor.ticks("Financiën en schulden")
    noor.page.get_by_role("radio", name="Hij vroeg er zelf om").check()
    noor.types(
        {
            "Wat doet hij voor de jongere?": "Schuldhulpverlener",
            "Wat vroeg hij, of waarmee stemde hij in?": "Dat u mijn schulden kent.",
            "Waarvoor?": "Zodat zijn schulden niet groeien.",
            "Tot en met wanneer?": later(90),
        }
    )
    noor.clicks("Verder")
    # Then she sees exactly what the bank may be told and what stays closed, and nothing is told yet
    noor.sees("Dit mag u Kredietbank Limburg vertellen", "Ik wil rust in mijn geld.", "Dit blijft dicht")
    noor.does_not_see("Ik wil een eigen plek.")
    noor.shows("betrekken")
    assert not Involvement.objects.exists()
    noor.clicks("Vastleggen")
    noor.sees("Vastgelegd wie betrokken is.", "Kredietbank Limburg")
    # And she asks it something, and notes the answer by telephone in one tap
    noor.clicks("Iets vragen")
    noor.types({"Wat vraagt u?": "Wilt u de brieven ordenen?", "Voor wanneer?": later(9)})
    noor.clicks("Opslaan")
    noor.sees("Wilt u de brieven ordenen?", "Nog geen antwoord")
    noor.clicks("Wat was het antwoord?")
    noor.sees("Tekst voor de beveiligde mail")
    noor.clicks("Doet het")
    noor.sees("Vastgelegd: de partner doet het.")
    assert RequestAnswer.objects.get().recorded_by_label == "Noor"
    # And what she told by telephone stands in the ledger in one line, with what he asked
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/betrokkenen/")
    noor.clicks("Ik vertelde iets")
    noor.types({"Wat is er verteld?": "Dat er een nieuwe schuld is."})
    noor.clicks("Vastleggen")
    noor.sees("Verstrekking vastgelegd.", "Dat er een nieuwe schuld is.", "Wilt u de brieven ordenen?")
    assert Disclosure.objects.count() == 2


@pytest.mark.parametrize("how", HOW)
def test_els_answers_at_her_own_desk_and_reads_no_more_once_it_ended(
    cast: Cast, arrives: Arrives, how: dict[str, bool]
):
    # Given Els, who comes in as herself and is involved with Jayden
    trajectory = people.guide(cast, at=now())
    els = professional(cast, at=now(), organisation=organisation(cast, at=now()), email="els@bank.example")
    user = seat(els, at=now())
    involved = people.involve(trajectory, by=cast.noor, at=now(), professional=els)
    requests.ask(involved, by=cast.noor, at=now())
    partner = arrives(user, **how)
    # When she comes in she finds what she is asked, and answers
    partner.goes_to("/partner/gevraagd/")
    partner.sees("Wilt u de brieven ordenen?", "Nog geen antwoord")
    partner.shows("partner-gevraagd")
    partner.clicks("Wilt u de brieven ordenen?")
    partner.clicks("Ik doe het niet")
    partner.sees("Waarom niet? Schrijf dat op.")
    partner.types({"Wilt u er iets bij zeggen?": "Ik heb geen plek meer."})
    partner.clicks("Ik doe het niet")
    partner.sees("Vastgelegd: u doet het niet.", "U doet het niet")
    # And Noor reads it
    noor = arrives(cast.noor)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/gevraagd/")
    noor.opens("Eén keer eerder")
    noor.sees("Ik heb geen plek meer.")
    # Then it ended, and Els finds nothing any more
    involved.end(ended_on=day(now()), why="Klaar.", by=cast.noor.acting(now()), at=now())
    partner.goes_to("/partner/betrokken/")
    partner.sees("U bent nu bij niemand betrokken")
    partner.goes_to(f"/partner/betrokken/{involved.ref}/")
    partner.does_not_see("Jayden")
    partner.goes_to("/jongeren/")
    partner.does_not_see("Jayden")


@pytest.mark.parametrize("how", HOW)
def test_noor_hands_him_over_to_sem(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, whom Sem takes over tomorrow
    trajectory = people.guide(cast, at=now(), happened_on=day(now()))
    tomorrow = day(now()) + timedelta(days=1)
    handing_over.change_officer(trajectory, cast.sem, since=tomorrow, by=cast.fatima, at=now())
    noor = arrives(cast.noor, **how)
    # When Noor reads on his page that Sem begins, she writes what he must know
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.clicks("Warme overdracht")
    noor.sees("Leest zijn dossier tot en met", "Samen kennismaken")
    noor.clicks("Overdracht vastleggen")
    noor.types({"Wat moet de nieuwe officier weten?": "Bel hem, mail niet."})
    noor.ticks("Samen kennismaken")
    noor.chooses("Met zijn drieën: hij was erbij")
    noor.clicks("Vastleggen")
    # Then it stands there, and a letter to him is one step away
    noor.sees("Overdracht vastgelegd.", "Bel hem, mail niet.", "Gedaan")
    noor.shows("overdracht")
    assert Transfer.objects.get().done == ["met"]
    noor.clicks("Brief aan hem")
    noor.sees("Je krijgt een andere officier")
