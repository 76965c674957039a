"""Rosa brings figures in from a file, mends what is wrong in it, and the officer reads: niet te onderscheiden."""

from pathlib import Path

from regie.base.clock import now
from regie.indicators.actions import load_indicators
from tests.cast import TESTER, Cast
from tests.journeys.conftest import Arrives

SHIPPED = Path(__file__).parents[2] / "indicators"
HEADER = "periode;gebied;uitgave;bron;waarde;ondergrens;bovengrens"
WRONG = f"{HEADER}\n2023;GM1883;mei 2024;CBS, tabel 85472NED;16,8;17,9;20,0\n"
RIGHT = f"{HEADER}\n2023;GM1883;mei 2024;CBS, tabel 85472NED;16,8;14,1;20,0\n"


def test_from_a_file_to_a_word(cast: Cast, arrives: Arrives):
    for name in ("national", "sittard-geleen"):
        load_indicators((SHIPPED / f"{name}.yaml").read_text(), by=TESTER, at=now())
    # Given Rosa, who finds the result of the plan without a definition
    rosa = arrives(cast.rosa)
    rosa.goes_to("/indicatoren/")
    rosa.sees("Indicatoren Sittard-Geleen", "Niet meetbaar: definitie ontbreekt", "Referentielijn")
    rosa.clicks("Een afname van slachtoffers van geldezels")
    rosa.sees("Zo zou het te tellen zijn", "Wat het niet kan laten zien", "basisbankrekening")
    rosa.clicks("Bekijk de cijfers: Slachtoffers van online criminaliteit")
    rosa.sees("Tabel 85472NED van het CBS", "85472NED, gelezen november 2026")
    # When she brings a line in whose interval cannot be, and mends it where it stands
    rosa.clicks("Cijfers inlezen")
    rosa.types({"Of plak de regels": WRONG})
    rosa.clicks("Bekijk wat ermee gebeurt")
    rosa.sees("De waarde ligt niet tussen de ondergrens en de bovengrens.", "wordt er niets ingelezen")
    assert rosa.field("Of plak de regels").input_value().strip() == WRONG.strip()
    rosa.types({"Of plak de regels": RIGHT})
    rosa.clicks("Bekijk wat ermee gebeurt")
    rosa.sees("Klopt dit?", "16,8% (14,1 tot 20%)")
    rosa.clicks("Ja, lees 1 cijfer in")
    # Then the officer reads how it stands to the country, and by which test
    rosa.sees("Cijfers ingelezen.", "Niet te onderscheiden")
    noor = arrives(cast.noor)
    noor.goes_to("/indicatoren/")
    noor.clicks("Slachtoffers van online criminaliteit")
    noor.sees("Naast Nederland", "Niet te onderscheiden", "De 95%-intervallen naast elkaar", "Jaar na jaar")
