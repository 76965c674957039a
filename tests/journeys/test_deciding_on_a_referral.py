"""What Noor decides when a referral does not simply fit: regular aftercare, a second person, and a rule that changed."""

import pytest

from regie.approach.actions import Change, change
from regie.approach.models import Edition
from regie.base.clock import day, now
from regie.trajectories.enums import Answer
from regie.trajectories.models import Redirection
from tests.cast import Cast
from tests.factories import people
from tests.journeys.conftest import Arrives

WAYS = pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)


@WAYS
def test_noor_sends_him_to_regular_aftercare_with_both_letters(
    cast: Cast, arrives: Arrives, how: dict[str, bool]
):
    # Given Jayden, who has a house and work, and knows that he was referred
    referral = people.refer(cast, at=now())
    noor = arrives(cast.noor, **how)
    noor.goes_to(f"/aanmeldingen/{referral.ref}/")
    # When she decides that regular aftercare is enough, and forgets to say why
    noor.clicks("Naar de reguliere nazorg")
    noor.chooses("Ja, hij weet ervan")
    noor.clicks("Besluit opslaan")
    # Then she is asked, and her letters are as they were
    noor.sees("Vul dit in.")
    noor.types({"Waarom past reguliere nazorg?": "Hij heeft een huis en werk."})
    noor.clicks("Besluit opslaan")
    # Then both letters are ready
    noor.sees("Besluit opgeslagen.", "Geachte heer of mevrouw,", "Beste Jayden,")
    assert Redirection.objects.get().his_letter
    # And nobody waits on the list
    noor.goes_to("/aanmeldingen/")
    noor.sees("Er wacht niemand")


@WAYS
def test_a_criterion_is_set_aside_with_a_second_person(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given a referral of which one thing that must be met is not known
    referral = people.refer(cast, at=now())
    people.weigh(referral, by=cast.noor, at=now(), multi_problem=Answer.UNKNOWN)
    noor, fatima = arrives(cast.noor, **how), arrives(cast.fatima, **how)
    noor.goes_to(f"/aanmeldingen/{referral.ref}/")
    noor.sees("Hieraan is nog niet voldaan: Heeft hij hardnekkige problemen")
    # When Noor asks for an exception
    noor.clicks("Uitzondering vragen: Heeft hij hardnekkige problemen")
    noor.types({"Waarom moet dit voor hem niet gelden?": "Hij staat morgen op straat."})
    noor.clicks("Vragen")
    noor.sees("Een tweede persoon moet het ermee eens zijn.")
    # And Fatima finds it, first says no without a reason, and then agrees
    fatima.goes_to("/aanmeldingen/")
    fatima.clicks("Uitzondering voor Jayden Muller")
    fatima.sees("Hij staat morgen op straat.")
    fatima.chooses("Nee")
    fatima.clicks("Antwoord opslaan")
    fatima.sees("Schrijf op waarom niet.")
    fatima.chooses("Ja")
    fatima.clicks("Antwoord opslaan")
    fatima.sees("Uw antwoord is opgeslagen.")
    # Then Noor can accept
    noor.goes_to(f"/aanmeldingen/{referral.ref}/")
    noor.sees("akkoord van Fatima")
    noor.clicks("Aannemen")
    noor.sees("U begeleidt nu Jayden Muller.")


def test_an_old_weighing_keeps_its_version_when_a_local_rule_changes(cast: Cast, arrives: Arrives):
    # Given Jayden, weighed and accepted
    trajectory = people.guide(cast, at=now())
    # When Wil takes a question out of the local approach
    last = Edition.objects.filter(municipality=cast.here).latest_to_begin()
    gone = Change("criteria.regular_aftercare", "off", "Zo is het besloten.", day(now()))
    change(municipality=cast.here, change=gone, seen=last.pk, by=cast.wil.acting(now()), at=now())
    # Then Noor still reads it where it was weighed, with the edition of then
    noor = arrives(cast.noor)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.clicks("Bekijk de weging")
    noor.sees("Is reguliere nazorg voor hem niet genoeg?", "Uitgave van 1 juli 2025")
    # And it is not asked of the next one
    referral = people.refer(cast, at=now(), who=people.Identity("Lina", "van der Berg"))
    noor.goes_to(f"/aanmeldingen/{referral.ref}/weging/nieuw/")
    noor.sees("Heeft hij hardnekkige problemen")
    noor.does_not_see("Is reguliere nazorg voor hem niet genoeg?")
