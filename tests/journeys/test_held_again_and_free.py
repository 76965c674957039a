"""Jayden is held again: the same guidance goes on, and afterwards he is free again."""

from datetime import timedelta

from regie.base.clock import day, now
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.journeys.conftest import Arrives


def test_noor_hears_that_he_is_held_again_and_later_that_he_is_free(cast: Cast, arrives: Arrives):
    # Given Jayden, who came out three weeks ago
    today = day(now())
    came_in, out = today - timedelta(days=400), today - timedelta(days=21)
    trajectory = people.guide(cast, at=now() - timedelta(days=360), detained_since=came_in)
    hold(trajectory.person, at=now(), entered_on=came_in, left_on=out)
    noor = arrives(cast.noor)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.sees("Stabiliseren")
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/termijnen/")
    noor.sees("Meting zes maanden na vrijlating")
    # When she hears that he is inside again since yesterday
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.clicks("Opnieuw vast")
    noor.types({"Sinds welke dag": f"{today - timedelta(days=1):%-d-%-m-%Y}", "Inrichting": "PI Roermond"})
    noor.chooses("voorlopige hechtenis")
    noor.clicks("Opslaan")
    # Then she gets the list to go along
    noor.sees("De begeleiding loopt door.", "PI Roermond", "Nog niet geweest", "Nog niet nagegaan")
    noor.clicks("Les vastleggen")
    noor.types({"Wat zegt hij zelf?": "Ik had geen bed."})
    noor.clicks("Opslaan")
    noor.sees("Les vastgelegd.", "Kennismaken")
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/termijnen/")
    noor.sees("Eerste bezoek nu hij opnieuw vastzit")
    noor.opens("Waarom andere termijnen hier niet gelden")
    noor.sees("Alleen als hij vrij is. Dat is niet zo.")
    # And when he is free again, his road goes on
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/opnieuw-vast/")
    noor.clicks("Verblijf verbeteren")
    noor.types({"Tot welke dag?": f"{today:%-d-%-m-%Y}"})
    noor.clicks("Opslaan")
    noor.sees("Verblijf verbeterd.", "Vrijlating", "Opnieuw vast", "Hij zegt: Ik had geen bed.")
