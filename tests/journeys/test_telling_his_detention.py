"""Noor writes down where Jayden is held, on what ground, and when he may come out."""

from datetime import timedelta

import pytest

from regie.base.clock import day, now
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
def test_noor_tells_where_he_is_and_until_when(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given Jayden, of whom the referral told that he came in four days ago
    trajectory = people.guide(cast, at=now())
    noor = arrives(cast.noor, **how)
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.sees("Dag 5. Nog geen eerste contact.")
    # When she hears that he has been inside for ten days
    noor.clicks("Verblijf vastleggen")
    noor.types(
        {"Inrichting": "PI Roermond", "Sinds welke dag?": f"{day(now()) - timedelta(days=10):%-d-%-m-%Y}"}
    )
    noor.clicks("Opslaan")
    # Then the clock counts from that day, and the page says where he is
    noor.sees("Verblijf vastgelegd.", "Dag 11. Nog geen eerste contact.", "PI Roermond")
    # And pre-trial detention has no planned end
    noor.clicks("Straf of maatregel vastleggen")
    noor.chooses("voorlopige hechtenis")
    noor.clicks("Opslaan")
    noor.clicks("Datum van vrijlating vastleggen")
    noor.types({"Op welke dag?": f"{day(now()) + timedelta(days=90):%-d-%-m-%Y}"})
    noor.clicks("Opslaan")
    noor.sees("Hij zit in voorlopige hechtenis. Dan staat er nog geen einddatum")
    noor.types({"Op welke dag?": ""})
    noor.chooses("kan elke dag zijn")
    noor.clicks("Opslaan")
    noor.sees("Datum van vrijlating vastgelegd.")
    noor.opens("De tijdlijn in woorden")
    noor.sees("Vrijlating: kan elke dag zijn")
    # And what must be ready when he walks out is asked of her now
    noor.clicks("Termijnen")
    noor.sees("Vrijlating voorbereiden", "Hij kan elke dag vrijkomen: regel dit nu.", "Mag u verwachten")
    noor.opens("Waarom andere termijnen hier niet gelden")
    noor.sees("Alleen als hij een straf uitzit. Dat is niet zo.")
    noor.goes_to(f"/jongeren/{trajectory.person.ref}/")
    noor.opens("De tijdlijn in woorden")
    # And what was not so is taken back
    noor.clicks("Binnengekomen in PI Roermond")
    noor.clicks("Dit klopt helemaal niet: intrekken")
    noor.clicks("Ja, intrekken")
    noor.sees("Verblijf ingetrokken.", "Dag 5. Nog geen eerste contact.")
