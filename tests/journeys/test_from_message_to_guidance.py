"""Day one: a message comes in, and Noor decides what becomes of it without typing it again."""

import pytest

from regie.base.clock import day, now
from regie.intake.models import Message
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.messages import come_in
from tests.journeys.conftest import Arrives

WAYS = pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="at a desk"),
        pytest.param({"phone": True}, id="on a phone"),
        pytest.param({"javascript": False}, id="without JavaScript"),
    ],
)
TEXT = """Betreft: begin detentie
Achternaam: Muller
Voornaam: Jayden
Geboortedatum: 17-04-2005
Woonplaats: Sittard
Inrichting: PI Sittard
Datum insluiting: {since:%d-%m-%Y}
Titel: voorlopige hechtenis
Hij vraagt naar zijn hond.
"""


@WAYS
def test_from_message_to_guidance(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given a message from DJI about Jayden
    noor = arrives(cast.noor, **how)
    noor.goes_to("/aanmeldingen/")
    noor.clicks("Bericht invoeren")
    # When Noor forgets to say who sent it, she is asked, and her text is still there
    noor.types({"Tekst van het bericht": TEXT.format(since=day(now()))})
    noor.clicks("Lezen")
    noor.sees("Vul dit in.")
    noor.types({"Van wie komt het?": "DJI"})
    noor.clicks("Lezen")
    # Then she sees what was recognised beside the message, and confirms it
    noor.sees("Klopt dit?", "Hij vraagt naar zijn hond.")
    noor.clicks("Dit klopt: verwerken")
    noor.sees("Bericht verwerkt.", "Jayden Muller", "Voorlopige hechtenis", "PI Sittard")
    # And from there it is a weighing and a decision
    noor.clicks("Wegen")
    for number in range(1, 6):
        noor.answers(f"{number}. ", "Ja")
    noor.ticks("Wonen")
    noor.types({"Toelichting bij vraag 5": "De nazorg kan dit niet alleen."})
    noor.clicks("Opslaan")
    noor.clicks("Aannemen")
    noor.sees("U begeleidt nu Jayden Muller.", "Dag 1. Nog geen eerste contact.")
    assert Trajectory.objects.get().person.family_name == "Muller"


@WAYS
def test_most_messages_are_not_for_her(cast: Cast, arrives: Arrives, how: dict[str, bool]):
    # Given a list of three, of whom one is too old
    rows = "Smit;Piet;01-01-1960\nBakker;Bo;03-05-2001\nVisser;Cas;03-05-2002\n"
    come_in(f"Achternaam;Voornaam;Geboortedatum\n{rows}", cast, at=now())
    noor = arrives(cast.noor, **how)
    noor.goes_to("/aanmeldingen/")
    noor.clicks("Naar de berichten")
    noor.sees("Leeftijd past niet bij de aanpak", "Piet Smit")
    # When she chooses nobody, she is told; then she chooses two
    noor.clicks("Niet voor de RIO: draag de gekozen berichten over")
    noor.sees("Kies minstens één bericht.")
    noor.ticks("Kies Piet Smit")
    noor.ticks("Kies Bo Bakker")
    noor.clicks("Niet voor de RIO: draag de gekozen berichten over")
    # Then they wait for aftercare
    noor.sees("2 berichten overgedragen.", "Cas Visser")
    noor.does_not_see("Piet Smit")
    noor.clicks("Voor de nazorg")
    noor.sees("Piet Smit", "Bo Bakker")
    assert Message.objects.count() == 3
